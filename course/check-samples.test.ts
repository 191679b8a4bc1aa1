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

const SAMPLE = 'exercises/S01/samples/strong.yaml';

async function check() {
  const { course, samples } = await loadCourse(copy.root);
  const { problems, agreement } = checkSamples(course, samples);
  return { found: problems.map(formatProblem), agreement };
}

test('a sample within its band is no problem, and its criteria are counted', async () => {
  const { found, agreement } = await check();
  expect(found).toEqual([]);
  expect(agreement.criteria).toBe(2);
});

test('a sample whose grade leaves the band is reported with both figures', async () => {
  const text = 'Nothing here bears on the matter.';
  await copy.write(
    SAMPLE,
    `title: Empty words\nmodel: false\nhandIn:\n  choices: { http-api: go }\n  boundary: none\n  explanation: ${text}\n` +
      'expected:\n  levels: { S01-1: full, S01-2: full }\n  minPoints: 15\n  maxPoints: 20\n',
  );
  expect((await check()).found).toEqual([
    `${SAMPLE} → expected: the grader gives the explanation 0 points, expected 15 to 20`,
  ]);
});

test('a band that its own levels contradict is reported', async () => {
  await copy.edit(SAMPLE, 'S01-1: full, S01-2: full', 'S01-1: none, S01-2: none');
  await copy.edit(SAMPLE, 'minPoints: 0', 'minPoints: 1');
  expect((await check()).found.join('\n')).toContain(
    'its own levels add up to 0 points, expected a sum within 1 to 20',
  );
});
