import 'server-only';
import { getCourse } from '@/course/course';
import { selectOptionalExercise } from '@/course/select';
import { varyExercise } from '@/course/vary-exercise';
import type { Exercise } from '@/schemas/course';
import type { Grade } from '@/schemas/grade';
import { type LearnerId, type ScenarioId, type SubmissionId, SubmissionIdSchema } from '@/schemas/ids';
import type { OpinionChoice } from '@/schemas/opinion';
import type { Outcome } from '@/schemas/outcome';
import type { Pastes } from '@/schemas/paste';
import type { HandIn } from '@/schemas/scenario';
import type { Actor } from './actor';
import { usedUpBy } from './assignments/own';
import { openAttempt, readCurrentAttempt } from './attempts/current-attempt';
import { database, inTransaction } from './db/database';
import { contentHash } from './db/json';
import type { Db, Tx } from './db/open-database';
import { keepLosing } from './drafts';
import { storeGrade, tryGrade } from './grading';
import { requestOpinion } from './judge/request-opinion';
import { wakeJudge } from './judge/wake-judge';
import { lockLearner } from './learners';
import { newId } from './new-id';
import { count } from './observe';
import { askPrediction } from './predictions/ask-prediction';
import { rollUpHandIn } from './rollups';
import { storeSubmission } from './store-submission';

export interface HandInRequest {
  readonly scenarioId: ScenarioId;
  readonly handIn: HandIn;
  /** The attempt that the page showed; left out: the one that is open. */
  readonly attempt?: number | undefined;
  /** Made by the browser once per hand-in; a retry carries the same one. */
  readonly idempotencyKey: string;
  /** What was chosen about a second opinion. The first hand-in under a key decides; a retry changes nothing. */
  readonly opinion?: OpinionChoice | undefined;
  /** By the browser's clock. It may be wrong or made up, so it is kept to be shown, and no rule reads it. */
  readonly pressedAt?: number | undefined;
  /** What the browser counted; the first hand-in under a key decides here too. */
  readonly pastes?: Pastes | undefined;
}

export interface HandedIn {
  readonly submissionId: SubmissionId;
  readonly number: number;
}

type Refusal = 'unknown-exercise' | 'incomplete' | 'key-reused' | 'attempt-closed' | 'no-hand-ins-left';

/** What is missing or unknown in a hand-in, as words to show, or null. */
function gapIn(exercise: Exercise, handIn: HandIn): string | null {
  const { components } = exercise.scenario;
  const missing = components.filter((component) => handIn.choices[component.id] === undefined);
  if (missing.length > 0) return `no choice for ${missing.map((component) => component.name).join(', ')}`;
  const unknown = Object.keys(handIn.choices).filter((id) => !components.some((component) => component.id === id));
  if (unknown.length > 0) return `${unknown.join(', ')} is not a component of ${exercise.scenario.id}`;
  return handIn.explanation.trim() === '' ? 'the record has no text' : null;
}

/** The reply of an earlier hand-in under the same key, or the refusal when the content differs. */
async function earlierReply(
  db: Db | Tx,
  learnerId: LearnerId,
  key: string,
  hash: string,
): Promise<Outcome<HandedIn, 'key-reused'> | null> {
  const row = await db
    .selectFrom('submissions')
    .select(['id', 'number', 'contentHash'])
    .where('learnerId', '=', learnerId)
    .where('idempotencyKey', '=', key)
    .executeTakeFirst();
  if (!row) return null;
  if (row.contentHash !== hash) return { ok: false, reason: 'key-reused' };
  return { ok: true, value: { submissionId: SubmissionIdSchema.parse(row.id), number: row.number } };
}

interface Prepared {
  readonly request: HandInRequest;
  readonly hash: string;
  readonly exercise: Exercise;
  readonly submissionId: SubmissionId;
  readonly attemptId: string;
  readonly grade: Grade | null;
}

interface Stored extends HandedIn {
  readonly wantsOpinion: boolean;
}

/** Submission, grade, rubric snapshot, roll-up and the wish for a second opinion together, or none of them. */
async function store(tx: Tx, learnerId: LearnerId, prepared: Prepared): Promise<Stored> {
  const { request, hash, exercise, submissionId, attemptId, grade } = prepared;
  const { scenarioId, handIn, idempotencyKey } = request;
  const now = Date.now();
  const number = await storeSubmission(tx, {
    submissionId,
    learnerId,
    attemptId,
    scenarioId,
    handIn,
    contentHash: hash,
    idempotencyKey,
    pressedAt: request.pressedAt ?? null,
    submittedAt: now,
    gradingTries: grade ? 0 : 1,
    pastes: request.pastes,
  });
  await rollUpHandIn(tx, { learnerId, scenarioId, submissionId, submittedAt: now });
  if (grade) await storeGrade(tx, { submissionId, learnerId, scenarioId }, exercise, grade);
  await askPrediction(tx, learnerId, submissionId, now);
  const wantsOpinion = await requestOpinion(tx, { learnerId, submissionId }, request.opinion);
  return { submissionId, number, wantsOpinion };
}

/** A text about an attempt that was closed since is not taken: it speaks of other figures. It is kept beside the draft. */
async function keepClosed(tx: Tx, learnerId: LearnerId, { scenarioId, handIn }: HandInRequest) {
  await keepLosing(tx, learnerId, scenarioId, 0, handIn);
  return { ok: false, reason: 'attempt-closed' } as const;
}

/** A text beyond the limit of an assignment is not graded, and not lost either: it is kept beside the draft. */
async function keepBeyond(
  tx: Tx,
  learnerId: LearnerId,
  { scenarioId, handIn }: HandInRequest,
  { title, most }: { readonly title: string; readonly most: number },
) {
  await keepLosing(tx, learnerId, scenarioId, 0, handIn);
  const detail = `“${title}” takes ${most === 1 ? 'one hand-in' : `${most} hand-ins`} of this exercise`;
  return { ok: false, reason: 'no-hand-ins-left', detail } as const;
}

/**
 * Takes a decision record. Graded first, outside any transaction, because grading needs no row and must not hold the
 * database; then everything is stored in one transaction (docs/decisions/011-one-transaction-per-submission.md).
 * Fulfils only after the commit. The same key with the same content gets the same reply.
 */
export async function submitHandIn(actor: Actor, request: HandInRequest): Promise<Outcome<HandedIn, Refusal, string>> {
  const base = selectOptionalExercise(await getCourse(), request.scenarioId);
  if (!base) return { ok: false, reason: 'unknown-exercise' };
  const gap = gapIn(base, request.handIn);
  if (gap) return { ok: false, reason: 'incomplete', detail: gap };
  const hash = contentHash({ scenarioId: request.scenarioId, handIn: request.handIn });
  const earlier = await earlierReply(database(), actor.learnerId, request.idempotencyKey, hash);
  if (earlier) return withoutDetail(earlier);
  const submissionId = SubmissionIdSchema.parse(newId());
  const now = await readCurrentAttempt(database(), actor.learnerId, base);
  const exercise = varyExercise(base, now.variant);
  const grade = await tryGrade(exercise, request.handIn, submissionId);
  const stored = await inTransaction(async (tx) => {
    const learnerId = await lockLearner(tx, actor.learnerId, Date.now());
    const raced = await earlierReply(tx, learnerId, request.idempotencyKey, hash);
    if (raced) return raced;
    const attempt = await openAttempt(tx, learnerId, base, Date.now());
    const isClosed = attempt.number !== (request.attempt ?? now.number) || attempt.variant !== now.variant;
    if (isClosed) return keepClosed(tx, learnerId, request);
    const limit = await usedUpBy(tx, learnerId, request.scenarioId, Date.now());
    if (limit) return keepBeyond(tx, learnerId, request, limit);
    return store(tx, learnerId, { request, hash, exercise, submissionId, attemptId: attempt.id, grade });
  });
  if ('ok' in stored) return withoutDetail(stored);
  count('defensible_submissions_total');
  if (grade) count('defensible_grades_total');
  // After the commit and beside the reply: whoever hands in waits for no judge.
  if (stored.wantsOpinion) void wakeJudge();
  return { ok: true, value: { submissionId: stored.submissionId, number: stored.number } };
}

function withoutDetail(
  reply: Outcome<HandedIn, 'key-reused' | 'attempt-closed'> | Outcome<never, 'no-hand-ins-left', string>,
): Outcome<HandedIn, Refusal, string> {
  return reply.ok || reply.reason === 'no-hand-ins-left' ? reply : { ok: false, reason: reply.reason };
}
