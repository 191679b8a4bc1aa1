import 'server-only';
import type { LearnerId, ScenarioId, SubmissionId } from '@/schemas/ids';
import type { HandIn } from '@/schemas/scenario';
import { toJson } from './db/json';
import type { Tx } from './db/open-database';
import { newId } from './new-id';

/** A hand-in as it is stored; `contentHash` is that of scenario and hand-in. */
export interface NewSubmission {
  readonly submissionId: SubmissionId;
  readonly learnerId: LearnerId;
  readonly scenarioId: ScenarioId;
  readonly handIn: HandIn;
  readonly contentHash: string;
  readonly idempotencyKey: string;
  readonly submittedAt: number;
  readonly gradingTries: 0 | 1;
}

/** The learner's attempt at a scenario, opened now if there is none. Self-paced study has one, with any number of hand-ins. */
async function openAttempt(tx: Tx, learnerId: LearnerId, scenarioId: ScenarioId, now: number): Promise<string> {
  const open = await tx
    .selectFrom('attempts')
    .select('id')
    .where('learnerId', '=', learnerId)
    .where('scenarioId', '=', scenarioId)
    .orderBy('number', 'desc')
    .executeTakeFirst();
  if (open) return open.id;
  const id = newId();
  await tx.insertInto('attempts').values({ id, learnerId, scenarioId, number: 1, openedAt: now }).execute();
  return id;
}

async function nextNumber(tx: Tx, attemptId: string): Promise<number> {
  const last = await tx
    .selectFrom('submissions')
    .select((eb) => eb.fn.max('number').as('number'))
    .where('attemptId', '=', attemptId)
    .executeTakeFirst();
  return (last?.number ?? 0) + 1;
}

/** Stores a hand-in as the next one of the learner's attempt, and fulfils with its number. */
export async function storeSubmission(tx: Tx, submission: NewSubmission): Promise<number> {
  const { submissionId, learnerId, scenarioId, handIn, submittedAt, ...rest } = submission;
  const attemptId = await openAttempt(tx, learnerId, scenarioId, submittedAt);
  const number = await nextNumber(tx, attemptId);
  await tx
    .insertInto('submissions')
    .values({
      ...rest,
      id: submissionId,
      attemptId,
      learnerId,
      scenarioId,
      number,
      handIn: toJson(handIn),
      submittedAt,
    })
    .execute();
  return number;
}
