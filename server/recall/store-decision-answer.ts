import 'server-only';
import type { LookAgain } from '@/schemas/decision';
import { DecisionIdSchema, type LearnerId, RecallReviewIdSchema } from '@/schemas/ids';
import type { RecallAnswer } from '@/schemas/recall';
import type { Tx } from '../db/open-database';
import { readDecisionRow } from '../decisions/decision-store';
import { storeLook } from '../decisions/reconsider';
import { newId } from '../new-id';
import { sourceHash } from './card-sources';
import type { RecallCard } from './cards';
import { dayOf, middayOf, monthsAfter } from './days';
import { insertLog, type RecallLog } from './logs';

type DecisionAnswer = Extract<RecallAnswer, { type: 'decision' }>;

const MONTHS: Readonly<Record<LookAgain, number | null>> = {
  '1-month': 1,
  '3-months': 3,
  '6-months': 6,
  '12-months': 12,
  never: null,
};

/** The day of the next look; '' for none. A decision that no longer stands is not asked about again. */
function nextLook({ answer, again }: DecisionAnswer, today: string): string {
  const months = MONTHS[again];
  return answer === 'superseded' || months === null ? '' : monthsAfter(today, months);
}

/**
 * Stores the answer in the decision, with its sentence and the day of the next look, and the card with that date: the
 * scheduler of memory has no say here. Null where the decision was edited, answered in the studio or deleted since the
 * card was shown. The log keeps no word of the decision, so that deleting it leaves none behind.
 */
export async function storeDecisionAnswer(
  tx: Tx,
  learnerId: LearnerId,
  card: RecallCard,
  given: DecisionAnswer,
  timeZone: string | null,
): Promise<RecallLog | null> {
  const decision = await readDecisionRow(tx, learnerId, DecisionIdSchema.parse(card.sourceKey));
  if (!decision || sourceHash({ kind: 'decision', decision }) !== card.contentHash) return null;
  const now = Date.now();
  const today = dayOf(now, timeZone);
  const reviewOn = nextLook(given, today);
  const look = { answer: given.answer, note: given.note.trim(), reviewOn };
  const idempotencyKey = `recall-${card.id}-${card.version}`;
  const looked = await storeLook(tx, learnerId, decision, { ...look, idempotencyKey }, now);
  const dueAt = reviewOn === '' ? card.dueAt : middayOf(reviewOn, timeZone);
  const log: RecallLog = {
    id: RecallReviewIdSchema.parse(newId()),
    cardId: card.id,
    cardVersion: card.version,
    rating: 'good',
    answer: { ...given, note: '' },
    verdict: { type: 'decision', reviewOn },
    before: null,
    dueBefore: card.dueAt,
    dueAfter: dueAt,
    elapsedDays: null,
    scheduledDays: reviewOn === '' ? 0 : Math.round((dueAt - middayOf(today, timeZone)) / 86_400_000),
    reviewedAt: now,
    undoneAt: null,
  };
  await insertLog(tx, learnerId, log);
  await tx
    .updateTable('recall_cards')
    .set({
      contentHash: sourceHash({ kind: 'decision', decision: looked }),
      dueAt,
      version: card.version + 1,
      changedAt: null,
      retiredAt: reviewOn === '' ? now : null,
    })
    .where('id', '=', card.id)
    .execute();
  return log;
}
