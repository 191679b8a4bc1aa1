import 'server-only';
import type { RebuttalJob } from '@/grader/contrary/rebuttal-source';
import type { LearnerId, SubmissionId } from '@/schemas/ids';
import type { Outcome } from '@/schemas/outcome';
import type { RebuttalGrade } from '@/schemas/rebuttal';
import type { Actor } from '../actor';
import { database, inTransaction } from '../db/database';
import { contentHash, toJson } from '../db/json';
import type { Tx } from '../db/open-database';
import { gradeRebuttalInThread } from '../grading-thread';
import { earlierNumber } from '../keyed-rows';
import { lockLearner } from '../learners';
import { logError } from '../log';
import { newId } from '../new-id';
import { caseHashOf, selectContraryContext, textHashOf } from './contrary-context';

export interface RebuttalRequest {
  readonly submissionId: SubmissionId;
  /** The case that the page showed, and its text. */
  readonly caseId: string;
  readonly caseHash: string;
  readonly reply: string;
  /** Made by the browser once per reply; a retry carries the same one. */
  readonly idempotencyKey: string;
}

export interface HandedRebuttal {
  readonly number: number;
}

type Refusal = 'unknown-submission' | 'not-opened' | 'case-expired' | 'key-reused';

/** Graded in the grader's own thread; where that fails nothing is judged and a person is asked for. */
async function gradeReply(job: RebuttalJob, submissionId: SubmissionId): Promise<RebuttalGrade> {
  try {
    return await gradeRebuttalInThread(job);
  } catch (error) {
    logError('rebuttal-grading-failed', error, { submissionId });
    return (await import('@/grader/contrary/unjudged-rebuttal')).unjudgedRebuttal(job);
  }
}

interface NewRebuttal {
  readonly request: RebuttalRequest;
  readonly scenarioId: string;
  readonly hash: string;
  readonly grade: RebuttalGrade;
}

async function store(tx: Tx, learnerId: LearnerId, { request, scenarioId, hash, grade }: NewRebuttal) {
  const { submissionId, caseId, caseHash, reply, idempotencyKey } = request;
  const last = await tx
    .selectFrom('rebuttals')
    .select((eb) => eb.fn.max('number').as('number'))
    .where('submissionId', '=', submissionId)
    .executeTakeFirst();
  const number = Number(last?.number ?? 0) + 1;
  await tx
    .insertInto('rebuttals')
    .values({
      id: newId(),
      learnerId,
      submissionId,
      scenarioId,
      caseId,
      number,
      caseHash,
      reply,
      grade: toJson(grade),
      overall: grade.overall,
      contentHash: hash,
      idempotencyKey,
      submittedAt: Date.now(),
    })
    .execute();
  return { number };
}

/** A case that is gone or reads differently now is expired for the page that shows it; the learner's text stays there. */
async function findCurrent(
  actor: Actor,
  request: RebuttalRequest,
): Promise<Outcome<{ job: RebuttalJob; scenarioId: string }, Refusal>> {
  const context = await selectContraryContext(actor, request.submissionId);
  if (!context) return { ok: false, reason: 'unknown-submission' };
  const { opened, exercise, cases } = context;
  if (!opened)
    return { ok: false, reason: cases.some(({ id }) => id === request.caseId) ? 'not-opened' : 'case-expired' };
  if (opened.id !== request.caseId || textHashOf(opened) !== request.caseHash)
    return { ok: false, reason: 'case-expired' };
  const source = { scenario: exercise.scenario, contrary: opened };
  const job = { source, caseHash: caseHashOf(opened), reply: request.reply };
  return { ok: true, value: { job, scenarioId: exercise.scenario.id } };
}

/**
 * Takes one reply to the other side: graded first, outside any transaction, then stored with its grade in one. Fulfils
 * only after the commit. The same key with the same content gets the same answer, even where the case has expired since.
 */
export async function submitRebuttal(
  actor: Actor,
  request: RebuttalRequest,
): Promise<Outcome<HandedRebuttal, Refusal>> {
  const { submissionId, caseId, reply, idempotencyKey } = request;
  const hash = contentHash({ submissionId, caseId, reply });
  const earlier = await earlierNumber(database(), 'rebuttals', actor.learnerId, idempotencyKey, hash);
  if (earlier) return earlier;
  const current = await findCurrent(actor, request);
  if (!current.ok) return current;
  const { job, scenarioId } = current.value;
  const grade = await gradeReply(job, submissionId);
  return inTransaction(async (tx): Promise<Outcome<HandedRebuttal, Refusal>> => {
    const learnerId = await lockLearner(tx, actor.learnerId, Date.now());
    const raced = await earlierNumber(tx, 'rebuttals', learnerId, idempotencyKey, hash);
    return raced ?? { ok: true, value: await store(tx, learnerId, { request, scenarioId, hash, grade }) };
  });
}
