import 'server-only';
import { z } from 'zod';
import type { ResponseCount } from '@/grader/analysis/response-count';
import type { LessonId } from '@/schemas/ids';
import type { Db } from '../db/open-database';
import { type QuizCountRow, type QuizTimeRow, readQuizCountRows, readQuizTimeRows } from '../db/quiz-count-rows';
import { letOthers } from '../let-others';
import type { AnalysisScope } from './analysis-scope';

/** Attempts read at once: on SQLite about 15 ms, well under the 50 ms for which a request may hold up others. */
const SLICE = 1_000;

export interface QuizCount extends ResponseCount {
  readonly itemId: string;
  /** The items of the attempt, as stored. */
  readonly itemIds: string;
}

export interface QuizTime {
  readonly itemId: string;
  readonly hash: string | null;
  readonly value: number;
  readonly n: number;
}

export interface QuizCounts {
  readonly counts: readonly QuizCount[];
  readonly times: readonly QuizTime[];
}

const TakenSchema = z.object({ chosen: z.union([z.string(), z.array(z.string())]) });
const IdsSchema = z.array(z.string());

const takenOptions = (taken: string): string[] =>
  taken === '' ? [] : [TakenSchema.parse(JSON.parse(taken)).chosen].flat();

function toCount(row: QuizCountRow): QuizCount {
  const others = IdsSchema.parse(JSON.parse(row.itemIds)).length - 1;
  const isCorrect = Number(row.isCorrect) === 1;
  const right = Math.round(Number(row.score) * (others + 1)) - (isCorrect ? 1 : 0);
  return {
    itemId: row.itemId,
    itemIds: row.itemIds,
    hash: row.itemHash,
    restRight: Math.min(others, Math.max(0, right)),
    restTotal: others,
    isCorrect,
    chosen: takenOptions(row.taken),
    n: Number(row.n),
    since: Number(row.since),
  };
}

const toTime = ({ itemId, itemHash, seconds, n }: QuizTimeRow): QuizTime => ({
  ...{ itemId, hash: itemHash, value: Number(seconds), n: Number(n) },
});

/** The last id of the next slice; null where nothing is left. */
async function endOfSlice(db: Db, lessonId: LessonId, after: string): Promise<string | null> {
  const row = await db
    .selectFrom((eb) =>
      eb
        .selectFrom('quiz_attempts')
        .select('id')
        .where('lessonId', '=', lessonId)
        .where('number', '=', 1)
        .where('id', '>', after)
        .orderBy('id')
        .limit(SLICE)
        .as('slice'),
    )
    .select((eb) => eb.fn.max('slice.id').as('id'))
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Counts the finished first attempts at one quiz, a slice at a time. */
export async function readQuizCounts(db: Db, lessonId: LessonId, scope: AnalysisScope): Promise<QuizCounts> {
  const counts: QuizCount[] = [];
  const times: QuizTime[] = [];
  for (let after = ''; ; ) {
    const until = await endOfSlice(db, lessonId, after);
    if (until === null) return { counts, times };
    const slice = { lessonId, after, until, cohortIds: scope.cohortIds };
    counts.push(...(await readQuizCountRows(db, slice)).map(toCount));
    await letOthers();
    times.push(...(await readQuizTimeRows(db, slice)).map(toTime));
    await letOthers();
    after = until;
  }
}
