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
  const asked = await db
    .selectFrom('predictions')
    .innerJoin('submissions', 'submissions.id', 'predictions.submissionId')
    .select('scenarioId')
    .where('learnerId', '=', learnerId)
    .where('status', '=', 'asked')
    .execute();
  const waiting = new Set(asked.map(({ scenarioId }) => scenarioId));
  // The roll-up knows grades that wait for a prediction; that an exercise opened must not tell them.
  const open = rows.filter(
    ({ scenarioId, handIns, bestOverall }) =>
      !waiting.has(scenarioId) && descriptorsOpen({ isPassed: isExercisePassed(bestOverall, passing), handIns }),
  );
  return (id) => open.some(({ scenarioId }) => scenarioId === id);
}
