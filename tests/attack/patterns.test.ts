import { describe, expect, inject, test } from 'vitest';
import { isFull } from '../support/attack/how-much';
import { attacks, isSlow, patternsOf } from '../support/patterns';
import { projectFiles } from '../support/project-files';
import { newGuestVisitor } from '../support/visitor';

/**
 * 33 of the forty: 100 kB made to delay a pattern delay none by 50 ms. A rubric holds phrases and no patterns, and no pattern
 * is made of data (tests/architecture/linear-patterns.test.ts), so what is written in these folders is all there is. The quick
 * run takes a quarter of the length: a pattern whose time grows with the square is over the bound many times there too.
 */
const LENGTH = isFull ? 100_000 : 25_000;
const MOST_MILLISECONDS = 50;
/** Commands that only authors run, and tables of the project's own, never read what a learner wrote. */
const AUTHORS_ONLY = /^(course\/commands|grader\/(calibration|commands)|course\/prose)\//;
const FOLDERS = ['grader', 'schemas', 'server', 'course'] as const;

const filesOf = (folder: string) =>
  projectFiles().filter(
    (file) =>
      file.startsWith(`${folder}/`) && /\.ts$/.test(file) && !/\.test\.ts$/.test(file) && !AUTHORS_ONLY.test(file),
  );

describe.each(FOLDERS)('patterns of %s', (folder) => {
  test('take linear time', () => {
    const written = filesOf(folder).flatMap(patternsOf);
    const patterns = [...new Map(written.map((one) => [String(one.pattern), one])).values()];
    expect(patterns.length).toBeGreaterThan(10);
    const found = patterns.flatMap(({ file, pattern }) => {
      const text = [...attacks(pattern, LENGTH, [''])].find((one) => isSlow(pattern, one, MOST_MILLISECONDS));
      return text === undefined ? [] : [`${file} ${pattern} ${JSON.stringify(text.slice(0, 30))}`];
    });
    expect(found).toEqual([]);
  });
});

test('the test sees a pattern that backtracks', () => {
  const bad = /^(a+)*\s+$/;
  expect([' ', 'a '].some((unit) => isSlow(/\s+$/, `${unit.trim()}${' '.repeat(LENGTH)}x`, MOST_MILLISECONDS))).toBe(
    true,
  );
  expect(isSlow(bad, `${'a'.repeat(28)}!`, MOST_MILLISECONDS)).toBe(true);
});

test('an answer of 100 kB is refused before anything is matched against it', async () => {
  const guest = await newGuestVisitor(inject('appUrl'));
  const handIn = { choices: {}, boundary: 'none', explanation: 'a '.repeat(50_000) };
  const reply = await guest.send('POST', '/api/submissions', { body: { scenarioId: 'S01', handIn } });
  expect(reply.status).toBe(413);
});
