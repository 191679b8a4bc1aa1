import 'server-only';
import { randomInt } from 'node:crypto';
import { getCourse } from '@/course/course';
import { type PlacedItem, selectLessonsOf, selectModule, selectPlacedItems } from '@/course/select';
import { placementStanding, suggestStart } from '@/grader/placement';
import { scoreItem } from '@/grader/score-item';
import { shuffleQuestion } from '@/grader/shuffle';
import type { Course } from '@/schemas/course';
import type { ModuleId, PlacementId } from '@/schemas/ids';
import type { LearningPath } from '@/schemas/learning-path';
import type { Outcome } from '@/schemas/outcome';
import type { Placement, PlacementAnswer, PlacementResult, PlacementVerdict, PlacementView } from '@/schemas/placement';
import { toQuestion } from '@/schemas/question';
import type { Actor } from './actor';
import { database, inTransaction } from './db/database';
import { contentHash } from './db/json';
import type { Db } from './db/open-database';
import { lockLearner } from './learners';
import { selectChosenPath } from './path-choice';
import { insertPlacement, readPlacement, readPlacements, updatePlacement } from './placement-store';

const SEEDS = 2 ** 31;

/** What is asked in one placement. An item taken out of the placement since is left out; its answer stays stored. */
function placedItemsOf(course: Course, placement: Placement): PlacedItem[] {
  const placed = selectPlacedItems(course);
  return placement.itemIds.flatMap((id) => placed.find(({ item }) => item.id === id) ?? []);
}

const isAnswered = (answers: readonly PlacementAnswer[], { item }: PlacedItem) =>
  answers.some(({ itemId }) => itemId === item.id);

function toVerdict({ module, item }: PlacedItem, answers: readonly PlacementAnswer[]): PlacementVerdict[] {
  const answer = answers.find(({ itemId }) => itemId === item.id);
  if (!answer) return [];
  const said = answer.given ? (answer.isRight ? 'right' : 'not-right') : 'unknown';
  return [{ moduleId: module.id, title: module.title, answer: said, standing: placementStanding(answer) }];
}

/** The suggestion follows the path that somebody has chosen, and the course's own order without one. */
function toResult(course: Course, placement: Placement, path: LearningPath | null): PlacementResult | null {
  if (placement.finishedAt === null) return null;
  const verdicts = placedItemsOf(course, placement).flatMap((placed) => toVerdict(placed, placement.answers));
  const order = path ? path.steps.map(({ module }) => module) : course.outline.modules.map(({ id }) => id);
  const { start, skim } = suggestStart(order, verdicts);
  const module = start && selectModule(course, start);
  const skipped = path?.steps.find((step) => step.module === start)?.skip?.lessons ?? [];
  const lesson = module && selectLessonsOf(course, module).find(({ lesson: { id } }) => !skipped.includes(id))?.lesson;
  return {
    verdicts,
    start: lesson ? { moduleId: module.id, title: module.title, lessonId: lesson.id, lessonTitle: lesson.title } : null,
    skim: [...skim],
    finishedAt: placement.finishedAt,
  };
}

/** What the learner's browser may hold: questions without keys, and nothing about right or wrong before the end. */
function toView(course: Course, placement: Placement, path: LearningPath | null): PlacementView {
  return {
    placementId: placement.id,
    questions: placedItemsOf(course, placement).map(({ item }) => shuffleQuestion(toQuestion(item), placement.seed)),
    answeredIds: placement.answers.map(({ itemId }) => itemId),
    result: toResult(course, placement, path),
  };
}

/** The latest placement of somebody, under way or finished; null where there is none. */
export async function selectPlacementView(actor: Actor | null): Promise<PlacementView | null> {
  if (!actor) return null;
  const [latest] = await readPlacements(database(), actor.learnerId);
  return latest ? toView(await getCourse(), latest, await selectChosenPath(actor)) : null;
}

async function lastWorkAt(db: Db, { learnerId }: Actor): Promise<number> {
  const { readAt } = await db
    .selectFrom('lesson_reads')
    .select((eb) => eb.fn.max('readAt').as('readAt'))
    .where('learnerId', '=', learnerId)
    .executeTakeFirstOrThrow();
  const { answeredAt } = await db
    .selectFrom('learner_items')
    .select((eb) => eb.fn.max('answeredAt').as('answeredAt'))
    .where('learnerId', '=', learnerId)
    .executeTakeFirstOrThrow();
  return Math.max(Number(readAt ?? 0), Number(answeredAt ?? 0));
}

/** The latest finished result until its owner reads a lesson or answers a quiz: then they have started, and it goes. */
export async function selectFreshPlacement(actor: Actor | null): Promise<PlacementResult | null> {
  if (!actor) return null;
  const finished = (await readPlacements(database(), actor.learnerId)).find(({ finishedAt }) => finishedAt !== null);
  if (!finished) return null;
  const result = toResult(await getCourse(), finished, await selectChosenPath(actor));
  return result && (await lastWorkAt(database(), actor)) < result.finishedAt ? result : null;
}

/** The module at which the latest finished placement says to start; null without one, or where everything is solid. */
export async function selectPlacedStart(actor: Actor): Promise<ModuleId | null> {
  const finished = (await readPlacements(database(), actor.learnerId)).find(({ finishedAt }) => finishedAt !== null);
  const result = finished && toResult(await getCourse(), finished, await selectChosenPath(actor));
  return result?.start?.moduleId ?? null;
}

/** Begins a placement, or hands back the one under way. After a finished one it begins anew. */
export async function openPlacement(actor: Actor): Promise<Outcome<PlacementView, 'no-placement'>> {
  const course = await getCourse();
  const placed = selectPlacedItems(course);
  if (placed.length === 0) return { ok: false, reason: 'no-placement' };
  const path = await selectChosenPath(actor);
  return inTransaction(async (tx) => {
    const learnerId = await lockLearner(tx, actor.learnerId, Date.now());
    const [latest] = await readPlacements(tx, learnerId);
    const isUnderWay =
      latest?.finishedAt === null && placedItemsOf(course, latest).some((one) => !isAnswered(latest.answers, one));
    const itemIds = placed.map(({ item }) => item.id);
    const placement = isUnderWay ? latest : await insertPlacement(tx, { learnerId, seed: randomInt(SEEDS), itemIds });
    return { ok: true, value: toView(course, placement, path) };
  });
}

type Given = Pick<PlacementAnswer, 'itemId' | 'given'>;
type Refusal = 'unknown-placement' | 'unknown-item' | 'already-answered' | 'unscorable';

function scoreGiven({ item }: PlacedItem, { itemId, given }: Given): PlacementAnswer | null {
  const answeredAt = Date.now();
  if (!given) return { itemId, given, share: 0, isRight: false, answeredAt };
  const score = scoreItem(item, given.response);
  return score.type === 'scored' ? { itemId, given, share: score.share, isRight: score.isCorrect, answeredAt } : null;
}

/**
 * Scores and stores the answer to one item, or "I don't know". The reply says nothing about it; with the last item the
 * result is there. An item is answered once in a placement; the same answer again is a retry and gets the same reply.
 */
export async function answerPlacement(
  actor: Actor,
  placementId: PlacementId,
  answer: Given,
): Promise<Outcome<PlacementView, Refusal>> {
  const course = await getCourse();
  const path = await selectChosenPath(actor);
  return inTransaction(async (tx) => {
    const learnerId = await lockLearner(tx, actor.learnerId, Date.now());
    const placement = await readPlacement(tx, learnerId, placementId);
    if (!placement) return { ok: false, reason: 'unknown-placement' };
    const items = placedItemsOf(course, placement);
    const asked = items.find(({ item }) => item.id === answer.itemId);
    if (!asked) return { ok: false, reason: 'unknown-item' };
    const earlier = placement.answers.find(({ itemId }) => itemId === answer.itemId);
    if (earlier) {
      const isSame = contentHash(earlier.given) === contentHash(answer.given);
      return isSame ? { ok: true, value: toView(course, placement, path) } : { ok: false, reason: 'already-answered' };
    }
    const scored = scoreGiven(asked, answer);
    if (!scored) return { ok: false, reason: 'unscorable' };
    const answers = [...placement.answers, scored];
    const isOver = items.every((one) => isAnswered(answers, one));
    const after: Placement = { ...placement, answers, finishedAt: isOver ? scored.answeredAt : null };
    await updatePlacement(tx, after);
    return { ok: true, value: toView(course, after, path) };
  });
}
