import { afterEach, beforeEach, expect, test } from 'vitest';
import { type CourseCopy, copyCourse } from '@/tests/support/course-copy';
import { checkSamples } from './check-samples';
import { loadCourse } from './load-course';
import { formatProblem } from './problem';

let copy: CourseCopy;
beforeEach(async () => {
  copy = await copyCourse();
});
afterEach(() => copy.remove());

const RUBRIC = 'exercises/S01/rubric.yaml';

async function check() {
  const { course } = await loadCourse(copy.root);
  const { problems, agreements } = checkSamples(course);
  return { found: problems.map(formatProblem), agreements };
}

const strong =
  "The launch date in fourteen weeks is fixed, and the team's skills are in Go, so that weighs more than runtime speed. SQL takes 70 of the 250 ms, which leaves 180 ms; processor time is not scarce here.";

function writeSamples(level: (isStrong: boolean) => string): Promise<unknown> {
  return Promise.all(
    Array.from({ length: 8 }, (_, index) => {
      const isStrong = index % 2 === 0;
      const text = isStrong ? strong : 'We had coffee, and the weather was fine all day long in the mountains.';
      return copy.write(
        `exercises/S01/samples/${index}.yaml`,
        `title: Sample ${index}\nprofile: mid_vague\nmodel: false\nhandIn:\n  choices: { http-api: go }\n  boundary: none\n` +
          `  explanation: "${text}"\nexpected:\n  levels: { S01-1: ${level(isStrong)}, S01-2: ${level(isStrong)} }\n`,
      );
    }),
  );
}

test('criteria are counted, and without a stated agreement nothing is refused', async () => {
  const { found, agreements } = await check();
  expect(found).toEqual([]);
  expect(agreements).toMatchObject([{ exercise: 'S01', samples: 1, criteria: 2 }]);
});

test('a stated agreement needs eight samples', async () => {
  await copy.edit(RUBRIC, 'scenario: S01', 'scenario: S01\nagreement: 0.7');
  expect((await check()).found).toEqual([`${RUBRIC} → agreement: rests on 1 samples, expected at least 8 in samples/`]);
});

test('an exercise on which grader and markers agree passes, with the interval', async () => {
  await copy.edit(RUBRIC, 'scenario: S01', 'scenario: S01\nagreement: 0.6');
  await writeSamples((isStrong) => (isStrong ? 'full' : 'none'));
  const { found, agreements } = await check();
  expect(found).toEqual([]);
  expect(agreements[0]?.low).toBeLessThanOrEqual(agreements[0]?.kappa ?? -1);
});

test('an exercise on which they disagree is refused with both figures', async () => {
  await copy.edit(RUBRIC, 'scenario: S01', 'scenario: S01\nagreement: 0.6');
  await writeSamples((isStrong) => (isStrong ? 'none' : 'full'));
  expect((await check()).found.join('\n')).toMatch(
    /rubric\.yaml → agreement: the grader's agreement with the 9 samples is -0\.\d\d, expected at least 0\.6/,
  );
});
