import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { type CourseCopy, copyCourse } from '@/tests/support/course-copy';

const project = fileURLToPath(new URL('../../', import.meta.url));

/** Scripts outside the project read this; fields may be added, never renamed. */
const OutputSchema = z.object({
  problems: z.array(z.strictObject({ file: z.string(), path: z.string(), message: z.string() })),
  lessons: z.int(),
  items: z.int(),
  exercises: z.int(),
  claims: z.object({ total: z.int(), taught: z.int(), assessed: z.int() }),
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
    claims: { total: 2, taught: 1, assessed: 1 },
  });
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
