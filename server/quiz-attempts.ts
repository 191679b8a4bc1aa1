import 'server-only';
import { z } from 'zod';
import { type QuizAttempt, QuizAttemptSchema } from '@/schemas/attempt';
import type { AttemptId, LearnerId, LessonId } from '@/schemas/ids';
import { fromJson } from './db/json';
import type { Db, Tx } from './db/open-database';
import { toItemResponse } from './rollups';

/** An attempt as stored, with the choice of items it was opened for and their wording then. */
export type StoredAttempt = QuizAttempt & {
  readonly items: string;
  /** Which wording of each item it began with; null in attempts from before that was kept. */
  readonly itemHashes: Readonly<Record<string, string>> | null;
};

const HashesSchema = z.record(z.string(), z.string());

const attempts = (db: Db | Tx, learnerId: LearnerId) =>
  db.selectFrom('quiz_attempts').selectAll().where('learnerId', '=', learnerId);
type AttemptRow = Awaited<ReturnType<ReturnType<typeof attempts>['executeTakeFirstOrThrow']>>;

async function withResponses(db: Db | Tx, row: AttemptRow): Promise<StoredAttempt> {
  const responses = await db
    .selectFrom('item_responses')
    .selectAll()
    .where('attemptId', '=', row.id)
    .orderBy('answeredAt')
    .execute();
  const { items, itemIds, itemHashes, finishedAt, score, ...rest } = row;
  const opened = { ...rest, itemIds: JSON.parse(itemIds), responses: responses.map(toItemResponse) };
  const attempt = QuizAttemptSchema.parse(
    finishedAt === null ? { ...opened, status: 'open' } : { ...opened, status: 'finished', finishedAt, score },
  );
  return { ...attempt, items, itemHashes: itemHashes === null ? null : fromJson(itemHashes, HashesSchema) };
}

/** One attempt of this learner; null for an unknown id and for anybody else's. */
export async function readAttempt(db: Db | Tx, learnerId: LearnerId, id: AttemptId): Promise<StoredAttempt | null> {
  const row = await attempts(db, learnerId).where('id', '=', id).executeTakeFirst();
  return row ? withResponses(db, row) : null;
}

/** The latest attempt of this learner at a lesson's quiz. */
export async function readLatestAttempt(
  db: Db | Tx,
  learnerId: LearnerId,
  lessonId: LessonId,
): Promise<StoredAttempt | null> {
  const row = await attempts(db, learnerId)
    .where('lessonId', '=', lessonId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? withResponses(db, row) : null;
}
