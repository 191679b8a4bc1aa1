import 'server-only';
import { sql } from 'kysely';

/** Sums of instants in milliseconds leave the whole numbers that JavaScript knows; of what is left by a prime they do not. */
const PRIME = 1_000_003;

/** A sum over the instants at which attempts were finished, small enough to be exact. */
export const sumOfFinished = sql<number | null>`sum("finishedAt" % ${sql.lit(PRIME)})`;

/**
 * 1 for a right answer, 0 for a wrong one, null for one without a score. Read out of the stored score by the database: a whole
 * cohort has millions of answers, and parsing each would take minutes.
 */
export const verdict = sql<number | null>`case when "item_responses"."score" like '%"isCorrect":true%' then 1
  when "item_responses"."score" like '%"isCorrect":false%' then 0 else null end`;
