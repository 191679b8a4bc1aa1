import 'server-only';
import { sumOfFinished } from '../db/counting';
import type { Db } from '../db/open-database';
import type { AnalysedCourse } from './analysed-course';
import { type AnalysisScope, isInScope } from './analysis-scope';

/**
 * Says from which attempts the figures of a quiz would be counted now: how many, up to when, a sum over their times, and
 * which wordings. One scan of the attempts and none of the answers.
 */
export async function readQuizSign(
  db: Db,
  { lessonId, items }: AnalysedCourse['lessons'][number],
  scope: AnalysisScope,
): Promise<string> {
  const row = await db
    .selectFrom('quiz_attempts')
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.max('finishedAt').as('last'), sumOfFinished.as('sum')])
    .where('lessonId', '=', lessonId)
    .where('number', '=', 1)
    .where('finishedAt', 'is not', null)
    .where(isInScope('quiz_attempts.learnerId', scope))
    .executeTakeFirst();
  return JSON.stringify([row, items.map(({ hash }) => hash)]);
}
