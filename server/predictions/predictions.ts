import 'server-only';
import { getCourse } from '@/course/course';
import { selectOptionalExercise } from '@/course/select';
import { varyExercise } from '@/course/vary-exercise';
import type { LearnerId, SubmissionId } from '@/schemas/ids';
import type { Outcome } from '@/schemas/outcome';
import {
  type Prediction,
  type PredictionAnswer,
  type PredictionAsk,
  PredictionAskSchema,
  PredictionSchema,
} from '@/schemas/prediction';
import { type Rubric, RubricSchema, toPublicRubric } from '@/schemas/rubric';
import type { Actor } from '../actor';
import { database, inTransaction } from '../db/database';
import { fromJson, toJson } from '../db/json';
import type { Db, Tx } from '../db/open-database';
import { lockLearner } from '../learners';
import { isWithheld } from './withhold';

async function readOne(db: Db | Tx, learnerId: LearnerId, submissionId: SubmissionId) {
  return db
    .selectFrom('submissions')
    .innerJoin('attempts', 'attempts.id', 'submissions.attemptId')
    .leftJoin('predictions', 'predictions.submissionId', 'submissions.id')
    .leftJoin('grades', 'grades.submissionId', 'submissions.id')
    .leftJoin('rubric_snapshots', 'rubric_snapshots.hash', 'grades.rubricHash')
    .select(['submissions.scenarioId', 'attempts.variant', 'status', 'criteria', 'rubric'])
    .where('submissions.id', '=', submissionId)
    .where('submissions.learnerId', '=', learnerId)
    .executeTakeFirst();
}

/** The rubric that the grade names, or the one that it will be graded by. */
async function rubricOf(row: {
  readonly scenarioId: string;
  readonly variant: number;
  readonly rubric: string | null;
}): Promise<Rubric | null> {
  if (row.rubric !== null) return fromJson(row.rubric, RubricSchema);
  const base = selectOptionalExercise(await getCourse(), row.scenarioId);
  return base ? varyExercise(base, row.variant).rubric : null;
}

/** What to predict about one's own hand-in; null where nobody asks, or no longer. */
export async function selectPredictionAsk(actor: Actor, submissionId: SubmissionId): Promise<PredictionAsk | null> {
  const row = await readOne(database(), actor.learnerId, submissionId);
  if (!row || !isWithheld(row.status)) return null;
  const rubric = await rubricOf(row);
  if (!rubric) return null;
  const criteria = toPublicRubric(rubric).map(({ id, title, points }) => ({ id, title, points }));
  return PredictionAskSchema.parse({ submissionId, scenarioId: row.scenarioId, criteria });
}

/** What somebody predicted about their own hand-in; null where they did not. */
export async function selectPrediction(actor: Actor, submissionId: SubmissionId): Promise<Prediction | null> {
  const row = await readOne(database(), actor.learnerId, submissionId);
  return row?.criteria ? fromJson(row.criteria, PredictionSchema) : null;
}

type Refusal = 'unknown-submission' | 'not-asked' | 'already-answered' | 'incomplete';

const inOrder = (prediction: Prediction) => prediction.toSorted((one, other) => (one.id < other.id ? -1 : 1));

/** The same answer again is a retry; another one comes too late, because the result may have been seen since. */
function answeredBefore(
  row: { readonly status: string; readonly criteria: string | null },
  criteria: string | null,
): Outcome<PredictionAnswer['type'], Refusal> {
  const type = row.status === 'predicted' ? 'predicted' : 'skipped';
  return row.criteria === criteria ? { ok: true, value: type } : { ok: false, reason: 'already-answered' };
}

/** Takes a prediction, or the wish for none, once; from then on the result is shown. */
export async function answerPrediction(
  actor: Actor,
  submissionId: SubmissionId,
  answer: PredictionAnswer,
): Promise<Outcome<PredictionAnswer['type'], Refusal>> {
  const criteria = answer.type === 'predicted' ? toJson(inOrder(answer.criteria)) : null;
  return inTransaction(async (tx) => {
    const now = Date.now();
    const learnerId = await lockLearner(tx, actor.learnerId, now);
    const row = await readOne(tx, learnerId, submissionId);
    if (!row) return { ok: false, reason: 'unknown-submission' };
    if (row.status === null) return { ok: false, reason: 'not-asked' };
    if (!isWithheld(row.status)) return answeredBefore({ status: row.status, criteria: row.criteria }, criteria);
    if (answer.type === 'predicted' && !isWhole(answer.criteria, await rubricOf(row)))
      return { ok: false, reason: 'incomplete' };
    await tx
      .updateTable('predictions')
      .set({ status: answer.type, criteria, answeredAt: now })
      .where('submissionId', '=', submissionId)
      .execute();
    return { ok: true, value: answer.type };
  });
}

function isWhole(prediction: Prediction, rubric: Rubric | null): boolean {
  const asked = rubric?.criteria.map(({ id }) => id) ?? [];
  return asked.length === prediction.length && asked.every((id) => prediction.some((one) => one.id === id));
}
