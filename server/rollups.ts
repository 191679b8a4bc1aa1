import 'server-only';
import { type ItemResponse, ItemResponseSchema } from '@/schemas/attempt';
import type { LearnerId, LessonId, ScenarioId, SubmissionId } from '@/schemas/ids';
import { ItemScoreSchema, type Response, ResponseSchema } from '@/schemas/item';
import { fromJson } from './db/json';
import type { Tx } from './db/open-database';

/** The option that was taken, where an item has single options. */
const chosenOption = (response: Response): string | null =>
  response.type === 'single-choice' ? response.chosen : null;

/** Notes the latest answer to an item. Called in the transaction that stores the response. */
export async function rollUpResponse(
  tx: Tx,
  learnerId: LearnerId,
  lessonId: LessonId,
  response: ItemResponse,
): Promise<void> {
  if (response.score.type !== 'scored') return;
  const { isCorrect, share } = response.score;
  const failed = isCorrect ? 0 : 1;
  const { answeredAt, confidence } = response;
  const chosen = chosenOption(response.response);
  const latest = { isCorrect: isCorrect ? 1 : 0, share, answeredAt, lessonId, confidence, chosen };
  await tx
    .insertInto('learner_items')
    .values({ learnerId, itemId: response.itemId, answers: 1, failures: failed, ...latest })
    .onConflict((conflict) =>
      conflict.columns(['learnerId', 'itemId']).doUpdateSet((eb) => ({
        ...latest,
        answers: eb('learner_items.answers', '+', 1),
        failures: eb('learner_items.failures', '+', failed),
      })),
    )
    .execute();
}

interface RolledHandIn {
  readonly learnerId: LearnerId;
  readonly scenarioId: ScenarioId;
  readonly submissionId: SubmissionId;
  readonly submittedAt: number;
}

/** Counts one more hand-in. Called in the transaction that stores the submission; its grade follows separately. */
export async function rollUpHandIn(tx: Tx, handIn: RolledHandIn): Promise<void> {
  const { learnerId, scenarioId, submissionId: latestSubmissionId, submittedAt: latestSubmittedAt } = handIn;
  await tx
    .insertInto('learner_exercises')
    .values({ learnerId, scenarioId, handIns: 1, bestOverall: null, latestSubmissionId, latestSubmittedAt })
    .onConflict((conflict) =>
      conflict.columns(['learnerId', 'scenarioId']).doUpdateSet((eb) => ({
        handIns: eb('learner_exercises.handIns', '+', 1),
        latestSubmissionId,
        latestSubmittedAt,
      })),
    )
    .execute();
}

/** Keeps the best grade. Called in the transaction that stores the grade. */
export async function rollUpGrade(
  tx: Tx,
  learnerId: LearnerId,
  scenarioId: ScenarioId,
  overall: number,
): Promise<void> {
  await tx
    .updateTable('learner_exercises')
    .set({ bestOverall: overall })
    .where('learnerId', '=', learnerId)
    .where('scenarioId', '=', scenarioId)
    .where((eb) => eb.or([eb('bestOverall', 'is', null), eb('bestOverall', '<', overall)]))
    .execute();
}

interface LatestAnswer {
  readonly lessonId: string;
  readonly isCorrect: number;
  readonly share: number;
  readonly answers: number;
  readonly failures: number;
  readonly confidence: string;
  readonly chosen: string | null;
  readonly answeredAt: number;
}

/** Rebuilds one learner’s sums of quiz items: after a merge, and where a score was changed by a ruling. */
export async function recomputeItems(tx: Tx, learnerId: LearnerId): Promise<void> {
  await tx.deleteFrom('learner_items').where('learnerId', '=', learnerId).execute();
  const responses = await tx
    .selectFrom('item_responses')
    .innerJoin('quiz_attempts', 'quiz_attempts.id', 'item_responses.attemptId')
    .where('quiz_attempts.learnerId', '=', learnerId)
    .select(['lessonId', 'itemId', 'response', 'confidence', 'item_responses.score', 'answeredAt'])
    .orderBy('answeredAt')
    .orderBy('quiz_attempts.number')
    .execute();
  const rows = new Map<string, LatestAnswer>();
  for (const { itemId, lessonId, answeredAt, confidence, response, score: stored } of responses) {
    const score = fromJson(stored, ItemScoreSchema);
    if (score.type !== 'scored') continue;
    const before = rows.get(itemId);
    rows.set(itemId, {
      lessonId,
      isCorrect: score.isCorrect ? 1 : 0,
      share: score.share,
      answers: (before?.answers ?? 0) + 1,
      failures: (before?.failures ?? 0) + (score.isCorrect ? 0 : 1),
      confidence,
      chosen: chosenOption(fromJson(response, ResponseSchema)),
      answeredAt,
    });
  }
  for (const [itemId, row] of rows)
    await tx
      .insertInto('learner_items')
      .values({ learnerId, itemId, ...row })
      .execute();
}

/** Rebuilds one learner's sums of exercises: after a merge, and where a grade in force was changed. */
export async function recomputeExercises(tx: Tx, learnerId: LearnerId): Promise<void> {
  await tx.deleteFrom('learner_exercises').where('learnerId', '=', learnerId).execute();
  const handIns = await tx
    .selectFrom('submissions')
    .leftJoin('grades', 'grades.submissionId', 'submissions.id')
    .where('learnerId', '=', learnerId)
    .select(['id', 'scenarioId', 'submittedAt', 'overall'])
    .orderBy('submittedAt')
    .orderBy('submissions.number')
    .execute();
  for (const scenarioId of new Set(handIns.map((handIn) => handIn.scenarioId))) {
    const list = handIns.filter((handIn) => handIn.scenarioId === scenarioId);
    const latest = list.at(-1);
    if (!latest) continue;
    const graded = list.map((handIn) => handIn.overall).filter((overall) => overall !== null);
    await tx
      .insertInto('learner_exercises')
      .values({
        learnerId,
        scenarioId,
        handIns: list.length,
        bestOverall: graded.length > 0 ? Math.max(...graded) : null,
        latestSubmissionId: latest.id,
        latestSubmittedAt: latest.submittedAt,
      })
      .execute();
  }
}

/** Rebuilds one learner's roll-ups out of the rows they sum up: after a merge, and as the check on the running sums. */
export async function recomputeRollups(tx: Tx, learnerId: LearnerId): Promise<void> {
  await recomputeItems(tx, learnerId);
  await recomputeExercises(tx, learnerId);
}

/** A stored response, read back through the schema of its noun. */
export function toItemResponse(row: {
  itemId: string;
  response: string;
  confidence: string;
  score: string;
  answeredAt: number;
}): ItemResponse {
  return ItemResponseSchema.parse({
    itemId: row.itemId,
    response: JSON.parse(row.response),
    confidence: row.confidence,
    score: JSON.parse(row.score),
    answeredAt: row.answeredAt,
  });
}
