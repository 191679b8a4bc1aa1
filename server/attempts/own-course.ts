import 'server-only';
import { getCourse } from '@/course/course';
import { varyExercise } from '@/course/vary-exercise';
import type { Course } from '@/schemas/course';
import type { LearnerId } from '@/schemas/ids';
import type { Db, Tx } from '../db/open-database';

/**
 * The course as one learner meets it: each exercise that they began with the figures of their latest attempt. For
 * whatever asks about an exercise again without showing one hand-in of it.
 */
export async function readOwnCourse(db: Db | Tx, learnerId: LearnerId): Promise<Course> {
  const course = await getCourse();
  const attempts = await db
    .selectFrom('attempts')
    .select(['scenarioId', 'variant'])
    .where('learnerId', '=', learnerId)
    .orderBy('number')
    .execute();
  const latest = new Map(attempts.map(({ scenarioId, variant }) => [scenarioId, variant]));
  if ([...latest.values()].every((variant) => variant === 0)) return course;
  const exercises = course.exercises.map((exercise) => varyExercise(exercise, latest.get(exercise.scenario.id) ?? 0));
  return { ...course, exercises };
}
