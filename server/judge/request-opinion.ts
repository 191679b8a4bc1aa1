import 'server-only';
import type { LearnerId, SubmissionId } from '@/schemas/ids';
import type { OpinionChoice, Recipient } from '@/schemas/opinion';
import type { Actor } from '../actor';
import { database } from '../db/database';
import { toJson } from '../db/json';
import type { Tx } from '../db/open-database';
import { currentRecipient } from './current-judge';

/** What the exercise page says beside the hand-in button; null where there is no judge. */
export interface OpinionOffer {
  readonly recipient: Recipient;
  /** The latest choice about this very recipient. Nobody is asked for without having chosen it. */
  readonly isWanted: boolean;
}

export async function selectOpinionOffer(actor: Actor | null): Promise<OpinionOffer | null> {
  const recipient = currentRecipient();
  if (!recipient) return null;
  if (!actor) return { recipient, isWanted: false };
  const row = await database()
    .selectFrom('opinion_choices')
    .select('isWanted')
    .where('learnerId', '=', actor.learnerId)
    .where('recipientId', '=', recipient.id)
    .executeTakeFirst();
  return { recipient, isWanted: row?.isWanted === 1 };
}

/**
 * Stores the choice that came with a hand-in and, where it was yes, that an opinion is to be asked for: in the
 * transaction of the hand-in, so that a kill loses neither. A yes to somebody else than the judge of now is no consent:
 * nothing will be sent, and the record says so. Answers whether there is something to ask.
 */
export async function requestOpinion(
  tx: Tx,
  submission: { readonly learnerId: LearnerId; readonly submissionId: SubmissionId },
  choice: OpinionChoice | undefined,
): Promise<boolean> {
  const recipient = currentRecipient();
  if (!recipient || !choice) return false;
  const now = Date.now();
  const isToldAbout = choice.recipientId === recipient.id;
  if (isToldAbout) {
    const chosen = { isWanted: choice.isWanted ? 1 : 0, chosenAt: now };
    await tx
      .insertInto('opinion_choices')
      .values({ learnerId: submission.learnerId, recipientId: recipient.id, ...chosen })
      .onConflict((conflict) => conflict.columns(['learnerId', 'recipientId']).doUpdateSet(chosen))
      .execute();
  }
  if (!choice.isWanted) return false;
  await tx
    .insertInto('opinions')
    .values({
      submissionId: submission.submissionId,
      recipient: toJson(recipient),
      status: isToldAbout ? 'asked' : 'unavailable',
      gap: isToldAbout ? null : 'recipient-changed',
      httpStatus: null,
      opinion: null,
      needsReview: 0,
      tries: 0,
      askedAt: now,
      startedAt: null,
      leaseUntil: null,
      endedAt: isToldAbout ? null : now,
      inputTokens: null,
      outputTokens: null,
      cost: null,
    })
    .execute();
  return isToldAbout;
}
