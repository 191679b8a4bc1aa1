import 'server-only';
import type { LearnerId, ScenarioId, SubmissionId } from '@/schemas/ids';
import type { Pastes } from '@/schemas/paste';
import type { HandIn } from '@/schemas/scenario';
import { toJson } from './db/json';
import type { Tx } from './db/open-database';

/** A hand-in as it is stored; `contentHash` is that of scenario and hand-in. */
export interface NewSubmission {
  readonly submissionId: SubmissionId;
  readonly learnerId: LearnerId;
  readonly attemptId: string;
  readonly scenarioId: ScenarioId;
  readonly handIn: HandIn;
  readonly contentHash: string;
  readonly idempotencyKey: string;
  /** By the browser's clock. */
  readonly pressedAt: number | null;
  readonly submittedAt: number;
  readonly gradingTries: 0 | 1;
  readonly pastes?: Pastes | undefined;
}

/** Hand-ins count through all attempts at a scenario: "draft 4" names one of them. */
async function nextNumber(tx: Tx, learnerId: LearnerId, scenarioId: ScenarioId): Promise<number> {
  const last = await tx
    .selectFrom('submissions')
    .select((eb) => eb.fn.max('number').as('number'))
    .where('learnerId', '=', learnerId)
    .where('scenarioId', '=', scenarioId)
    .executeTakeFirst();
  return (last?.number ?? 0) + 1;
}

/** Stores a hand-in as the next one of the learner at its scenario, and fulfils with its number. */
export async function storeSubmission(tx: Tx, submission: NewSubmission): Promise<number> {
  const { submissionId, learnerId, scenarioId, handIn, pastes, ...rest } = submission;
  const number = await nextNumber(tx, learnerId, scenarioId);
  await tx
    .insertInto('submissions')
    .values({
      ...{ ...rest, id: submissionId, learnerId, scenarioId, number },
      handIn: toJson(handIn),
      pastes: pastes && pastes.characters > 0 ? toJson(pastes) : null,
    })
    .execute();
  return number;
}
