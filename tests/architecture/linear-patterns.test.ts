import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { attacks, isSlow, patternsOf } from '../support/patterns';
import { projectFiles } from '../support/project-files';

/** Learners write what the grader reads, so no pattern of it may take long on any text of the greatest length. */
const LENGTH = 20_000;
/** A quadratic pattern needs half a second and more for this length, a linear one a few milliseconds. */
const MOST_MILLISECONDS = 100;

const files = projectFiles().filter((file) => /^grader\/.*\.ts$/.test(file) && !file.endsWith('.test.ts'));

test('every pattern of the grader takes linear time on texts made to delay it', { timeout: 120_000 }, () => {
  const patterns = files.flatMap(patternsOf);
  expect(patterns.length).toBeGreaterThan(60);
  const found = patterns.flatMap(({ file, pattern }) =>
    [...attacks(pattern, LENGTH)]
      .filter((text) => isSlow(pattern, text, MOST_MILLISECONDS))
      .map((text) => `${file} ${pattern} ${text.slice(0, 30)}`),
  );
  expect(found).toEqual([]);
});

test('the test sees a quadratic pattern', () => {
  const bad = /\s+$/;
  expect([...attacks(bad, LENGTH)].some((text) => isSlow(bad, text, MOST_MILLISECONDS))).toBe(true);
});

/** These put a pattern together from constants of their own file; grading 20,000 characters is timed elsewhere. */
const FROM_CONSTANTS = [
  'grader/choices/read-boundary.ts',
  'grader/choices/read-statements.ts',
  'grader/choices/set-aside.ts',
];

test('no pattern is made from data or text', () => {
  const made = files.filter((file) => /\bRegExp\(/.test(readFileSync(file, 'utf8')));
  expect(made.filter((file) => !FROM_CONSTANTS.includes(file))).toEqual([]);
});
