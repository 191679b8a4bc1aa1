import { parseArgs } from 'node:util';
import { checkContraryReadings } from '../check-contrary-readings';
import { checkEditorial } from '../check-editorial';
import { checkSamples } from '../check-samples';
import { checkTwistReadings } from '../check-twist-readings';
import { claimCoverage } from '../claim-coverage';
import { compileLesson } from '../compile-lesson';
import { readContentFiles } from '../content-files';
import { type LoadedCourse, loadCourse } from '../load-course';
import { formatProblem, type Problem } from '../problem';
import { formatStaleFact, type StaleFact, staleFacts, staleNote } from '../stale-facts';
import { readToday } from './read-today';

/**
 * npm run check:content [-- --json] [--without-samples] [--stale] [--today 2027-01-31]: every problem of lessons/,
 * exercises/ and library/; exit 1 where there is one. Grading the samples takes most of the time; who writes a lesson
 * can leave it out. `--stale` only lists what should be checked again, which fails nothing.
 */
const MOST_NOTES = 10;

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    'without-samples': { type: 'boolean', default: false },
    stale: { type: 'boolean', default: false },
    today: { type: 'string' },
  },
});
const today = readToday(options.today);
if (options.stale) listStale(staleFacts(await readContentFiles(process.cwd()), today));
else await checkAll();

function listStale(stale: readonly StaleFact[]): void {
  if (options.json) {
    console.log(JSON.stringify({ today, stale }));
    return;
  }
  for (const fact of stale) console.log(formatStaleFact(fact));
  console.log(stale.length === 0 ? 'Every dated fact was checked in time.' : `\n${staleNote(stale.length)}`);
}

async function checkAll(): Promise<void> {
  const loaded = await loadCourse();
  const samples = options['without-samples'] ? null : checkSamples(loaded.course);
  const problems = [
    ...loaded.problems,
    ...(await compileAll(loaded)),
    ...checkEditorial(loaded),
    ...checkTwistReadings(loaded.course),
    ...checkContraryReadings(loaded.course),
    ...(samples?.problems ?? []),
  ];
  const stale = staleFacts(loaded.files, today);
  const counts = countsOf(loaded);
  if (options.json) {
    const list = problems.map(({ file, path, message }) => ({ file, path, message }));
    console.log(JSON.stringify({ problems: list, ...counts, stale }));
  } else {
    for (const problem of problems) console.log(formatProblem(problem));
    if (problems.length > 0) console.log('');
    console.log(
      `${problems.length === 0 ? 'No problems' : `${problems.length} problem${problems.length === 1 ? '' : 's'}`}: ` +
        `${counts.lessons} lessons, ${counts.items} items, ${counts.exercises} exercises, ${counts.cases} cases, ` +
        `${counts.claims.total} claims (${counts.claims.taught} taught, ${counts.claims.assessed} assessed).`,
    );
    console.log(samples ? agreementNote(samples.agreements) : 'Samples were left out.');
    for (const fact of stale.slice(0, MOST_NOTES)) console.log(`Note: ${formatStaleFact(fact)}`);
    if (stale.length > 0) console.log(`Note: ${staleNote(stale.length)}`);
  }
  process.exitCode = problems.length === 0 ? 0 : 1;
}

function countsOf({ course, lessons, known }: LoadedCourse) {
  const { taught, assessed } = claimCoverage(lessons, known.claims);
  return {
    lessons: course.lessons.length,
    items: course.lessons.reduce((sum, { quiz }) => sum + quiz.items.length, 0),
    exercises: course.exercises.length,
    cases: course.cases.length,
    claims: { total: known.claims.size, taught: taught.size, assessed: assessed.size },
  };
}

function agreementNote(agreements: ReturnType<typeof checkSamples>['agreements']): string {
  const sum = (figure: 'same' | 'criteria' | 'samples') => agreements.reduce((total, one) => total + one[figure], 0);
  return `${sum('samples')} samples: the grader gives ${sum('same')} of ${sum('criteria')} criteria the level their marker gave.`;
}

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
