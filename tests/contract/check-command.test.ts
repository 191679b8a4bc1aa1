import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { type CourseCopy, copyCourse } from '@/tests/support/course-copy';

const project = fileURLToPath(new URL('../../', import.meta.url));

const StaleFactSchema = z.strictObject({
  file: z.string(),
  line: z.int(),
  what: z.string(),
  due: z.iso.date(),
  daysLate: z.int(),
});
const StaleSchema = z.strictObject({ today: z.iso.date(), stale: z.array(StaleFactSchema) });

/** Scripts outside the project read this; fields may be added, never renamed. */
const OutputSchema = z.object({
  problems: z.array(z.strictObject({ file: z.string(), path: z.string(), message: z.string() })),
  lessons: z.int(),
  items: z.int(),
  exercises: z.int(),
  cases: z.int(),
  claims: z.object({ total: z.int(), taught: z.int(), assessed: z.int() }),
  stale: z.array(StaleFactSchema),
});

let copy: CourseCopy;
beforeEach(async () => {
  copy = await copyCourse();
});
afterEach(() => copy.remove());

function check(...options: string[]) {
  const tsx = `${project}node_modules/tsx/dist/cli.mjs`;
  const command = [tsx, '--tsconfig', `${project}tsconfig.json`, `${project}course/commands/check.ts`, ...options];
  return spawnSync(process.execPath, command, { cwd: copy.root, encoding: 'utf8' });
}

test('a sound course: exit 0 and the counts', () => {
  const { status, stdout } = check('--json');
  expect(status).toBe(0);
  expect(OutputSchema.parse(JSON.parse(stdout))).toEqual({
    problems: [],
    lessons: 1,
    items: 2,
    exercises: 1,
    cases: 1,
    claims: { total: 2, taught: 1, assessed: 1 },
    stale: [],
  });
});

test('what is due to be checked again is noted and fails nothing; --stale lists all of it and nothing else', () => {
  const noted = check('--without-samples', '--today', '2027-11-23');
  expect(noted.status).toBe(0);
  expect(noted.stdout).toContain(
    'Note: lessons/m01-first/01-one/lesson.mdx → line 11: The first lesson should have been',
  );
  expect(noted.stdout).toContain('2 dated facts of the course are due to be checked again');
  const listed = check('--stale', '--json', '--today', '2027-11-23');
  expect(StaleSchema.parse(JSON.parse(listed.stdout)).stale.map(({ daysLate }) => daysLate)).toEqual([2, 2]);
  expect(check('--stale', '--today', '2027-11-21').stdout).toBe('Every dated fact was checked in time.\n');
  expect(check('--today', 'soon').status).toBe(2);
}, 30_000);

test('an editor’s objections count as problems', async () => {
  await copy.edit('lessons/m01-first/01-one/lesson.mdx', 'The page waits', 'The page simply waits');
  const { status, stdout } = check('--without-samples');
  expect(status).toBe(1);
  expect(stdout).toContain('lessons/m01-first/01-one/lesson.mdx → line 14: says "simply", expected none of it');
});

test('a broken course: exit 1 and every problem, in both forms', async () => {
  await copy.edit('lessons/m01-first/01-one/quiz.yaml', 'key: sql', 'key: disk');
  await copy.edit('exercises/S01/rubric.yaml', 'points: 10\n    title: A', 'points: 8\n    title: A');
  const json = check('--json');
  expect(json.status).toBe(1);
  expect(OutputSchema.parse(JSON.parse(json.stdout)).problems.map(({ path }) => path)).toEqual([
    'items[0].key',
    'criteria',
  ]);
  const text = check();
  expect(text.status).toBe(1);
  expect(text.stdout).toContain('exercises/S01/rubric.yaml → criteria: points add up to 18, expected 20');
  expect(text.stdout).toContain('2 problems');
}, 30_000);
