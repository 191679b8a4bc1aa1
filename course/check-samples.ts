import { gradeHandIn } from '@/grader/grade-hand-in';
import type { Course, Exercise } from '@/schemas/course';
import { LEVEL_SHARE } from '@/schemas/rubric';
import type { LoadedSample } from './load-exercises';
import type { Problem } from './problem';

/** How the grader's levels compare with those the authors wrote down. */
export interface SampleAgreement {
  readonly criteria: number;
  readonly same: number;
}

/**
 * Grades every sample as if it were handed in. A sample whose explanation leaves its author's band is a problem; single
 * criteria that differ are counted and not refused, because a band says how exact the author needs the grader to be.
 */
export function checkSamples(
  course: Course,
  samples: readonly LoadedSample[],
): { problems: Problem[]; agreement: SampleAgreement } {
  const problems: Problem[] = [];
  let criteria = 0;
  let same = 0;
  for (const loaded of samples) {
    const exercise = course.exercises.find(({ scenario }) => scenario.id === loaded.exercise);
    if (!exercise) continue;
    const grade = gradeHandIn(exercise, loaded.sample.handIn);
    criteria += grade.criteria.length;
    same += grade.criteria.filter(({ id, level }) => loaded.sample.expected.levels[id] === level).length;
    problems.push(...bandProblems(loaded, exercise, grade.explanation.points));
  }
  return { problems, agreement: { criteria, same } };
}

function bandProblems({ file, sample }: LoadedSample, { rubric }: Exercise, points: number): Problem[] {
  const { minPoints, maxPoints, levels } = sample.expected;
  const marked = rubric.criteria.reduce(
    (sum, { id, points: worth }) => sum + worth * LEVEL_SHARE[levels[id] ?? 'none'],
    0,
  );
  const band = `${minPoints} to ${maxPoints}`;
  const found: Problem[] = [];
  if (points < minPoints || points > maxPoints)
    found.push({
      file,
      path: 'expected',
      message: `the grader gives the explanation ${points} points, expected ${band}`,
    });
  if (marked < minPoints || marked > maxPoints)
    found.push({
      file,
      path: 'expected',
      message: `its own levels add up to ${marked} points, expected a sum within ${band}`,
    });
  return found;
}
