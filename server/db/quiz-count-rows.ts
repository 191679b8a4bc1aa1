import 'server-only';
import { sql } from 'kysely';
import { isActiveLearnerOf } from './is-active-learner-of';
import type { Db } from './open-database';

/** Somebody who takes longer over one item has left the table. */
const LONGEST_SECONDS = 900;

/** Equal answers, counted; PostgreSQL gives counts as text. */
export interface QuizCountRow {
  readonly itemId: string;
  readonly itemHash: string | null;
  readonly itemIds: string;
  readonly score: number;
  readonly isCorrect: number;
  readonly taken: string;
  readonly n: number | string;
  readonly since: number | string;
}

export interface QuizTimeRow {
  readonly itemId: string;
  readonly itemHash: string | null;
  readonly seconds: number | string;
  readonly n: number | string;
}

/** Finished first attempts at one quiz, from one id up to another. */
export interface QuizSlice {
  readonly lessonId: string;
  readonly after: string;
  readonly until: string;
  readonly cohortIds: readonly string[];
}

const within = ({ lessonId, after, until, cohortIds }: QuizSlice) => sql`"a"."lessonId" = ${lessonId}
  and "a"."number" = 1 and "a"."finishedAt" is not null and "a"."id" > ${after} and "a"."id" <= ${until}
  and ${isActiveLearnerOf('a.learnerId', cohortIds)}`;

/** Equal answers come as one row with their count, so that the number of rows does not grow with the number of people. */
export async function readQuizCountRows(db: Db, slice: QuizSlice): Promise<QuizCountRow[]> {
  const { rows } = await sql<QuizCountRow>`select "r"."itemId" as "itemId", "r"."itemHash" as "itemHash",
      "a"."itemIds" as "itemIds", "a"."score" as "score",
      case when "r"."score" like '%"isCorrect":true%' then 1 else 0 end as "isCorrect",
      case when "r"."response" like '{"type":"single-choice"%' or "r"."response" like '{"type":"multiple-choice"%'
        then "r"."response" else '' end as "taken",
      count(*) as "n", min("r"."answeredAt") as "since"
    from "quiz_attempts" as "a" join "item_responses" as "r" on "r"."attemptId" = "a"."id"
    where ${within(slice)} group by 1, 2, 3, 4, 5, 6`.execute(db);
  return rows;
}

/** Time on an item: from the answer before it, or from the opening of the quiz. */
export async function readQuizTimeRows(db: Db, slice: QuizSlice): Promise<QuizTimeRow[]> {
  const { rows } = await sql<QuizTimeRow>`
    select "itemId", "itemHash", "seconds", count(*) as "n" from (
      select "r"."itemId" as "itemId", "r"."itemHash" as "itemHash", ("r"."answeredAt" - coalesce(
        lag("r"."answeredAt") over (partition by "r"."attemptId" order by "r"."answeredAt", "r"."itemId"),
        "a"."openedAt")) / 1000 as "seconds"
      from "quiz_attempts" as "a" join "item_responses" as "r" on "r"."attemptId" = "a"."id"
      where ${within(slice)}) as "t"
    where "seconds" >= 0 and "seconds" <= ${LONGEST_SECONDS} group by 1, 2, 3`.execute(db);
  return rows;
}
