import type { Course } from '@/schemas/course';
import type { Problem } from './problem';
import { tryTwists } from './try-twists';

/** A right answer to a twist earns at least this, whichever of its reasons the note gives. */
const LEAST_RIGHT = 0.9;

/** Grades every statement of every twists.yaml as if it were a note: each must be read as what its list says it is. */
export function checkTwistReadings(course: Pick<Course, 'exercises'>): Problem[] {
  return course.exercises.flatMap((exercise) => {
    const file = `exercises/${exercise.scenario.id}/twists.yaml`;
    return tryTwists(exercise).flatMap((row, index) => {
      const place = `twists[${index}]`;
      const misread = row.misread.map((message) => {
        const [path = '', ...rest] = message.split(': ');
        return { file, path: `${place}.${path}`, message: rest.join(': ') };
      });
      const isLow = row.right < LEAST_RIGHT;
      return [
        ...misread,
        ...(isLow
          ? [{ file, path: place, message: `gives ${row.right.toFixed(2)} to a right answer, expected ${LEAST_RIGHT}` }]
          : []),
      ];
    });
  });
}
