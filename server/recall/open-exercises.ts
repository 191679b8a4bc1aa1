import 'server-only';
import { getCourse } from '@/course/course';
import { descriptorsOpen, isExercisePassed } from '@/grader/passing';
import type { LearnerId } from '@/schemas/ids';
import type { Db, Tx } from '../db/open-database';

/** Whether a scenario's rubric and answers may be read by this learner, by the one rule for that (grader/passing.ts). */
export async function openExercises(db: Db | Tx, learnerId: LearnerId): Promise<(scenarioId: string) => boolean> {
  const { passing } = (await getCourse()).outline;
  const rows = await db
    .selectFrom('learner_exercises')
    .select(['scenarioId', 'handIns', 'bestOverall'])
    .where('learnerId', '=', learnerId)
    .execute();
  const open = rows.filter(({ handIns, bestOverall }) =>
    descriptorsOpen({ isPassed: isExercisePassed(bestOverall, passing), handIns }),
  );
  return (id) => open.some(({ scenarioId }) => scenarioId === id);
}
