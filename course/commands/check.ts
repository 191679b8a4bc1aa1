import { checkSamples } from '../check-samples';
import { claimCoverage } from '../claim-coverage';
import { compileLesson } from '../compile-lesson';
import { type LoadedCourse, loadCourse } from '../load-course';
import { formatProblem, type Problem } from '../problem';

/**
 * npm run check:content [-- --json] [--without-samples]: every problem of lessons/, exercises/ and library/; exit 1
 * where there is one. Grading the samples takes most of the time; who writes a lesson can leave it out.
 */
const isJson = process.argv.includes('--json');
const hasSamples = !process.argv.includes('--without-samples');

const loaded = await loadCourse();
const { problems: sampleProblems, agreements } = hasSamples
  ? checkSamples(loaded.course)
  : { problems: [], agreements: [] };
const problems = [...loaded.problems, ...(await compileAll(loaded)), ...sampleProblems];
const { taught, assessed } = claimCoverage(
  loaded.lessons,
  loaded.course.claims.map(({ id }) => id),
);
const counts = {
  lessons: loaded.course.lessons.length,
  items: loaded.course.lessons.reduce((sum, { quiz }) => sum + quiz.items.length, 0),
  exercises: loaded.course.exercises.length,
  claims: { total: loaded.course.claims.length, taught: taught.size, assessed: assessed.size },
};

if (isJson) {
  const list = problems.map(({ file, path, message }) => ({ file, path, message }));
  console.log(JSON.stringify({ problems: list, ...counts }));
} else {
  for (const problem of problems) console.log(formatProblem(problem));
  if (problems.length > 0) console.log('');
  console.log(
    `${problems.length === 0 ? 'No problems' : `${problems.length} problem${problems.length === 1 ? '' : 's'}`}: ` +
      `${counts.lessons} lessons, ${counts.items} items, ${counts.exercises} exercises, ` +
      `${counts.claims.total} claims (${counts.claims.taught} taught, ${counts.claims.assessed} assessed).`,
  );
  const sum = (figure: 'same' | 'criteria' | 'samples') => agreements.reduce((total, one) => total + one[figure], 0);
  console.log(
    hasSamples
      ? `${sum('samples')} samples: the grader gives ${sum('same')} of ${sum('criteria')} criteria the level their marker gave.`
      : 'Samples were left out.',
  );
}
process.exitCode = problems.length === 0 ? 0 : 1;

/** The whole compilation, listings included; faults of the text itself were reported while loading. */
async function compileAll({ course }: LoadedCourse): Promise<Problem[]> {
  const results = await Promise.all(
    course.lessons.map((lesson) =>
      compileLesson(lesson, course.glossary).then(
        () => [],
        (error: unknown) => [{ file: lesson.file, path: '', message: `cannot be compiled: ${String(error)}` }],
      ),
    ),
  );
  return results.flat();
}
