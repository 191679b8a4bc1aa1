import 'server-only';
import {
  selectLesson,
  selectOptionalClaim,
  selectOptionalExercise,
  selectOptionalLesson,
  selectOptionalMisconception,
} from '@/course/select';
import { descriptorsOpen, isExercisePassed } from '@/grader/passing';
import type { Claim } from '@/schemas/claim';
import type { Course, Exercise, LoadedLesson } from '@/schemas/course';
import type { Decision } from '@/schemas/decision';
import type { Item } from '@/schemas/item';
import type { Misconception } from '@/schemas/misconception';
import type { RecallKind } from '@/schemas/recall';
import type { Criterion } from '@/schemas/rubric';
import { contentHash } from '../db/json';
import { isAskedAgain } from '../decisions/reconsider';
import { askedOfItem } from '../item-hash';
import type { OwnSources } from './own-sources';
import type { Trace, Traces } from './traces';

/** What a card asks about, out of the course of today or the learner's own decisions. */
export type CardSource =
  | { readonly kind: 'item'; readonly item: Item; readonly loaded: LoadedLesson }
  | { readonly kind: 'misconception'; readonly misconception: Misconception; readonly loaded: LoadedLesson | null }
  | { readonly kind: 'criterion'; readonly exercise: Exercise; readonly criterion: Criterion }
  | { readonly kind: 'case-flip'; readonly exercise: Exercise }
  | { readonly kind: 'claim-flip'; readonly claim: Claim; readonly loaded: LoadedLesson | null }
  | { readonly kind: 'decision'; readonly decision: Decision };

/** A card that a learner's work calls for. */
export interface CalledFor {
  readonly kind: RecallKind;
  readonly sourceKey: string;
  readonly at: number;
  /** A calendar day that its owner chose; the others are due at once. */
  readonly dueOn?: string;
}

/** New cards of a lower rank go first: what was missed, then what could be forgotten. */
export const RANK: Readonly<Record<RecallKind, number>> = {
  item: 0,
  misconception: 0,
  criterion: 0,
  'case-flip': 1,
  'claim-flip': 2,
  // Never new: its date is its owner's, and it comes with what is due.
  decision: 0,
};

const called =
  (kind: RecallKind) =>
  ({ id, at }: Trace): CalledFor => ({ kind, sourceKey: id, at });

/** Every card that the traces call for, each once, with the first time that it was called for. */
export function cardsCalledFor(course: Course, traces: Traces): CalledFor[] {
  const open = traces.handIns.filter(({ count, best }) =>
    descriptorsOpen({ isPassed: isExercisePassed(best, course.outline.passing), handIns: count }),
  );
  const all = [
    ...traces.missedItems.map(called('item')),
    ...traces.misconceptions.map(called('misconception')),
    ...traces.missedCriteria.map(called('criterion')),
    ...open.map(({ scenarioId: id, at }) => called('case-flip')({ id, at })),
    ...traces.lessonsRead.flatMap(({ id, at }) =>
      (selectOptionalLesson(course, id)?.lesson.claims ?? []).map((claim) => called('claim-flip')({ id: claim, at })),
    ),
    ...traces.decisions.map(({ id, at, dueOn }) => ({ ...called('decision')({ id, at }), dueOn })),
  ];
  const first = new Map<string, CalledFor>();
  for (const card of all) {
    const key = `${card.kind}:${card.sourceKey}`;
    if (!first.has(key)) first.set(key, card);
  }
  return [...first.values()];
}

function lessonTeaching(course: Course, claimIds: readonly string[]): LoadedLesson | null {
  return course.lessons.find(({ lesson }) => lesson.claims.some((id) => claimIds.includes(id))) ?? null;
}

function itemSource(course: Course, itemId: string): CardSource | null {
  for (const loaded of course.lessons) {
    const item = loaded.quiz.items.find(({ id }) => id === itemId);
    if (item) return { kind: 'item', item, loaded: selectLesson(course, loaded.lesson.id) };
  }
  return null;
}

function criterionSource(course: Course, criterionId: string): CardSource | null {
  const exercise = selectOptionalExercise(course, criterionId.split('-')[0] ?? '');
  const criterion = exercise?.rubric.criteria.find(({ id }) => id === criterionId);
  return exercise && criterion ? { kind: 'criterion', exercise, criterion } : null;
}

/** What a card asks about today, or null where there is no such thing any more. */
export function resolveSource(
  { course, decisions }: OwnSources,
  kind: RecallKind,
  sourceKey: string,
): CardSource | null {
  switch (kind) {
    case 'item':
      return itemSource(course, sourceKey);
    case 'misconception': {
      const misconception = selectOptionalMisconception(course, sourceKey);
      return misconception && { kind, misconception, loaded: lessonTeaching(course, misconception.claims) };
    }
    case 'criterion':
      return criterionSource(course, sourceKey);
    case 'case-flip': {
      const exercise = selectOptionalExercise(course, sourceKey);
      return exercise && { kind, exercise };
    }
    case 'claim-flip': {
      const claim = selectOptionalClaim(course, sourceKey);
      return claim && { kind, claim, loaded: lessonTeaching(course, [claim.id]) };
    }
    case 'decision': {
      const decision = decisions.find(({ id }) => id === sourceKey);
      return decision && isAskedAgain(decision.record) ? { kind, decision } : null;
    }
    default:
      return kind satisfies never;
  }
}

function asked(source: CardSource): unknown {
  switch (source.kind) {
    case 'item':
      return askedOfItem(source.item);
    case 'misconception':
      return [source.misconception.statement, source.misconception.answer];
    case 'criterion':
      return [source.criterion.title, source.criterion.hint, source.criterion.full];
    case 'case-flip':
      return source.exercise.scenario.defensible_answers.map(({ answer, holds_if }) => [answer, holds_if]);
    case 'claim-flip':
      return [source.claim.claim, source.claim.flipsWhen];
    case 'decision': {
      const { title, decision, constraint, reversal, reviewOn } = source.decision.record;
      return [title, decision, constraint, reversal, reviewOn];
    }
    default:
      return source satisfies never;
  }
}

/** Content hash of what a card asks and of what is right. A better rationale or another source changes no card. */
export function sourceHash(source: CardSource): string {
  return contentHash(asked(source));
}
