import type { Assignment, AssignmentStanding } from '@/schemas/assignment';
import { isExercisePassed, isQuizMastered } from '../passing';
import { type AssignmentPart, stepOf } from './parts';

/** What one learner did, each with the server's time of receipt. Order does not matter. */
export interface WorkFacts {
  readonly reads: readonly { readonly lessonId: string; readonly at: number }[];
  readonly answers: readonly { readonly itemId: string; readonly isCorrect: boolean; readonly at: number }[];
  readonly handIns: readonly { readonly scenarioId: string; readonly overall: number | null; readonly at: number }[];
  /** Exercises with a draft under way. */
  readonly drafts: readonly string[];
}

/** An assignment as far as its rules go, with the date of this learner. */
export type AssignmentRules = Pick<Assignment, 'opensAt' | 'dueAt' | 'attempts'> & { readonly passShare: number };

export const DUE_SOON_MS = 3 * 86_400_000;

const byTime = <Entry extends { readonly at: number }>(list: readonly Entry[]) =>
  list.toSorted((one, other) => one.at - other.at);

/** When the latest answers first reached the mastery score; null while they never did. */
function masteredAt(itemIds: readonly string[], masteryScore: number, answers: WorkFacts['answers']): number | null {
  const latest = new Map<string, boolean>();
  for (const { itemId, isCorrect, at } of byTime(answers.filter((answer) => itemIds.includes(answer.itemId)))) {
    latest.set(itemId, isCorrect);
    const right = [...latest.values()].filter(Boolean).length;
    if (isQuizMastered(right, itemIds.length, masteryScore)) return at;
  }
  return null;
}

/** When one exercise was passed: by the first hand-in that does, or, where the latest counts, by the first of those that pass to the end. */
function passedAt(
  scenarioId: string,
  { attempts, passShare }: AssignmentRules,
  handIns: WorkFacts['handIns'],
): number | null {
  const own = byTime(handIns.filter((handIn) => handIn.scenarioId === scenarioId && handIn.overall !== null));
  const passes = own.map(({ overall }) => isExercisePassed(overall, { exerciseOverall: passShare }));
  if (attempts.counts === 'best') return own[passes.indexOf(true)]?.at ?? null;
  return own[passes.lastIndexOf(false) + 1]?.at ?? null;
}

const earliest = (times: readonly (number | null)[]): number | null => {
  const known = times.filter((time) => time !== null);
  return known.length > 0 ? Math.min(...known) : null;
};

/** When one part was done; null while it is not. What was reached once stays reached: a later wrong answer takes nothing away. */
export function partDoneAt(part: AssignmentPart, rules: AssignmentRules, work: WorkFacts): number | null {
  switch (part.type) {
    case 'lesson':
      return earliest(work.reads.filter(({ lessonId }) => lessonId === part.lesson.id).map(({ at }) => at));
    case 'quiz':
      return masteredAt(part.lesson.itemIds, part.lesson.masteryScore, work.answers);
    case 'exercise':
      return earliest(part.exercises.map(({ id }) => passedAt(id, rules, work.handIns)));
  }
}

/**
 * How one learner stands against one assignment at `now`. Work from before the opening counts; a date is kept by what the
 * server had received at that very millisecond. Without anything to do (the course no longer has it) it is done.
 */
export function assignmentStanding(
  parts: readonly AssignmentPart[],
  rules: AssignmentRules,
  work: WorkFacts,
  now: number,
): AssignmentStanding {
  const times = parts.map((part) => partDoneAt(part, rules, work));
  const counts = { done: times.filter((time) => time !== null).length, total: parts.length };
  const missing = parts.find((_, index) => times[index] === null);
  if (!missing) {
    const doneAt = Math.max(rules.opensAt, ...times.map((time) => time ?? 0));
    return { status: doneAt > rules.dueAt ? 'done-late' : 'done', ...counts, doneAt };
  }
  const begun = new Set([...work.drafts, ...work.handIns.map(({ scenarioId }) => scenarioId)]);
  return { status: openStatus(rules, now), ...counts, next: stepOf(missing, begun) };
}

function openStatus({ opensAt, dueAt }: AssignmentRules, now: number) {
  if (now < opensAt) return 'not-open';
  if (now > dueAt) return 'overdue';
  return dueAt - now <= DUE_SOON_MS ? 'due-soon' : 'open';
}

/** Hand-ins of one exercise that use up the limit: those received from the opening on. */
export function handInsUsed(scenarioId: string, opensAt: number, handIns: WorkFacts['handIns']): number {
  return handIns.filter((handIn) => handIn.scenarioId === scenarioId && handIn.at >= opensAt).length;
}

/** Whether a hand-in is late, by the server's time of receipt. */
export function isLate(at: number, dueAt: number): boolean {
  return at > dueAt;
}
