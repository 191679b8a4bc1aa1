import 'server-only';
import { sql } from 'kysely';
import { z } from 'zod';
import type { ResponseCount } from '@/grader/analysis/response-count';
import type { LessonId } from '@/schemas/ids';
import type { Db } from '../db/open-database';
import { type AnalysisScope, isInScope, letOthers } from './analysis-scope';

/** Attempts read at once: on SQLite about 15 ms, well under the 50 ms for which a request may hold up others. */
const SLICE = 1_000;

/** Somebody who takes longer over one item has left the table. */
const LONGEST_SECONDS = 900;

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

interface CountRow {
  readonly itemId: string;
  readonly itemHash: string | null;
  readonly itemIds: string;
  readonly score: number;
  readonly isCorrect: number;
  readonly taken: string;
  readonly n: number | string;
  readonly since: number | string;
}

const TakenSchema = z.object({ chosen: z.union([z.string(), z.array(z.string())]) });
const IdsSchema = z.array(z.string());

const takenOptions = (taken: string): string[] =>
  taken === '' ? [] : [TakenSchema.parse(JSON.parse(taken)).chosen].flat();

function toCount(row: CountRow): QuizCount {
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

/** Finished first attempts at one quiz, from one id up to another. */
interface Slice {
  readonly lessonId: LessonId;
  readonly after: string;
  readonly until: string;
}

const within = ({ lessonId, after, until }: Slice, scope: AnalysisScope) => sql`"a"."lessonId" = ${lessonId}
  and "a"."number" = 1 and "a"."finishedAt" is not null and "a"."id" > ${after} and "a"."id" <= ${until}
  and ${isInScope('a.learnerId', scope)}`;

/** Equal answers come as one row with their count, so that the number of rows does not grow with the number of people. */
async function readCounts(db: Db, slice: Slice, scope: AnalysisScope): Promise<QuizCount[]> {
  const { rows } = await sql<CountRow>`select "r"."itemId" as "itemId", "r"."itemHash" as "itemHash",
      "a"."itemIds" as "itemIds", "a"."score" as "score",
      case when "r"."score" like '%"isCorrect":true%' then 1 else 0 end as "isCorrect",
      case when "r"."response" like '{"type":"single-choice"%' or "r"."response" like '{"type":"multiple-choice"%'
        then "r"."response" else '' end as "taken",
      count(*) as "n", min("r"."answeredAt") as "since"
    from "quiz_attempts" as "a" join "item_responses" as "r" on "r"."attemptId" = "a"."id"
    where ${within(slice, scope)} group by 1, 2, 3, 4, 5, 6`.execute(db);
  return rows.map(toCount);
}

/** Time on an item: from the answer before it, or from the opening of the quiz. */
async function readTimes(db: Db, slice: Slice, scope: AnalysisScope): Promise<QuizTime[]> {
  const { rows } = await sql<{ itemId: string; itemHash: string | null; seconds: number | string; n: number | string }>`
    select "itemId", "itemHash", "seconds", count(*) as "n" from (
      select "r"."itemId" as "itemId", "r"."itemHash" as "itemHash", ("r"."answeredAt" - coalesce(
        lag("r"."answeredAt") over (partition by "r"."attemptId" order by "r"."answeredAt", "r"."itemId"),
        "a"."openedAt")) / 1000 as "seconds"
      from "quiz_attempts" as "a" join "item_responses" as "r" on "r"."attemptId" = "a"."id"
      where ${within(slice, scope)}) as "t"
    where "seconds" >= 0 and "seconds" <= ${LONGEST_SECONDS} group by 1, 2, 3`.execute(db);
  return rows.map(({ itemId, itemHash, seconds, n }) => ({
    itemId,
    hash: itemHash,
    value: Number(seconds),
    n: Number(n),
  }));
}

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
    const slice = { lessonId, after, until };
    counts.push(...(await readCounts(db, slice, scope)));
    await letOthers();
    times.push(...(await readTimes(db, slice, scope)));
    await letOthers();
    after = until;
  }
}
