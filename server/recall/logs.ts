import 'server-only';
import { type LearnerId, type RecallCardId, type RecallReviewId, RecallReviewIdSchema } from '@/schemas/ids';
import {
  type RecallAnswer,
  RecallAnswerSchema,
  type RecallMemory,
  RecallMemorySchema,
  type RecallRating,
  RecallRatingSchema,
  type RecallVerdict,
  RecallVerdictSchema,
} from '@/schemas/recall';
import { fromJson, toJson } from '../db/json';
import type { Db, Tx } from '../db/open-database';

/** One answer to a card, as stored. */
export interface RecallLog {
  readonly id: RecallReviewId;
  readonly cardId: string;
  readonly cardVersion: number;
  readonly rating: RecallRating;
  readonly answer: RecallAnswer;
  readonly verdict: RecallVerdict;
  readonly before: RecallMemory | null;
  readonly dueBefore: number;
  readonly dueAfter: number;
  readonly elapsedDays: number | null;
  readonly scheduledDays: number;
  readonly reviewedAt: number;
  readonly undoneAt: number | null;
}

const logs = (db: Db | Tx, learnerId: LearnerId) =>
  db.selectFrom('recall_logs').selectAll().where('learnerId', '=', learnerId);
type Row = Awaited<ReturnType<ReturnType<typeof logs>['executeTakeFirstOrThrow']>>;

function toLog({ learnerId: _learnerId, ...row }: Row): RecallLog {
  return {
    ...row,
    id: RecallReviewIdSchema.parse(row.id),
    rating: RecallRatingSchema.parse(row.rating),
    answer: fromJson(row.answer, RecallAnswerSchema),
    verdict: fromJson(row.verdict, RecallVerdictSchema),
    before: row.before === null ? null : fromJson(row.before, RecallMemorySchema),
  };
}

/** The answer to one version of a card; null where nobody has answered it. */
export async function readLogOf(
  db: Db | Tx,
  learnerId: LearnerId,
  cardId: RecallCardId,
  version: number,
): Promise<RecallLog | null> {
  const row = await logs(db, learnerId)
    .where('cardId', '=', cardId)
    .where('cardVersion', '=', version)
    .executeTakeFirst();
  return row ? toLog(row) : null;
}

/** One answer of this learner by its id. */
export async function readLog(db: Db | Tx, learnerId: LearnerId, id: RecallReviewId): Promise<RecallLog | null> {
  const row = await logs(db, learnerId).where('id', '=', id).executeTakeFirst();
  return row ? toLog(row) : null;
}

/** What counts of an answer, without the answer itself. */
export interface CountedLog {
  readonly id: RecallReviewId;
  readonly cardId: string;
  readonly cardVersion: number;
  readonly rating: RecallRating;
  readonly isFirst: boolean;
  readonly elapsedDays: number | null;
  readonly reviewedAt: number;
}

/** Answers since an instant that were not taken back, oldest first. */
export async function readCounted(db: Db | Tx, learnerId: LearnerId, since: number): Promise<CountedLog[]> {
  const rows = await db
    .selectFrom('recall_logs')
    .innerJoin('recall_cards', 'recall_cards.id', 'recall_logs.cardId')
    .select(['recall_logs.id', 'cardId', 'cardVersion', 'kind', 'rating', 'before', 'elapsedDays', 'reviewedAt'])
    .where('recall_logs.learnerId', '=', learnerId)
    .where('undoneAt', 'is', null)
    .where('reviewedAt', '>=', since)
    .orderBy('reviewedAt')
    .orderBy('recall_logs.id')
    .execute();
  return rows.map(({ before, kind, id, rating, ...row }) => ({
    ...row,
    id: RecallReviewIdSchema.parse(id),
    rating: RecallRatingSchema.parse(rating),
    isFirst: before === null && kind !== 'decision',
  }));
}

export async function insertLog(tx: Tx, learnerId: LearnerId, log: RecallLog): Promise<void> {
  await tx
    .insertInto('recall_logs')
    .values({
      ...log,
      learnerId,
      answer: toJson(log.answer),
      verdict: toJson(log.verdict),
      before: log.before && toJson(log.before),
    })
    .execute();
}
