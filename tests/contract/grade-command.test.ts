import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { readExercises } from '@/course/commands/read-exercises';
import { labelledSamples } from '@/course/commands/read-samples';
import { GradeSchema } from '@/schemas/grade';
import { runGradeCommand } from '@/tests/support/run-grade-command';

/** The batch command as scripts outside the project call it: a process, a file, lines on standard output. */
const root = path.resolve(import.meta.dirname, '../..');
const LineSchema = GradeSchema.extend({ id: z.unknown() });
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'grade-'));
});
afterAll(() => rm(folder, { recursive: true }));

const run = (args: readonly string[], from = folder) => runGradeCommand(args, from);

async function gradeLines(lines: readonly (object | string)[]) {
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
  await writeFile(path.join(folder, 'in.jsonl'), text);
  const { code, out, problems } = await run(['--batch', 'in.jsonl']);
  return {
    code,
    problems,
    results: out
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line)),
  };
}

const whole = {
  id: 'x',
  exercise: 'S01',
  choices: { 'http-api-and-business-rules': 'go', 'pdf-generation-worker': 'either', 'webhook-delivery': 'go' },
  boundary: 'queue',
  explanation:
    'Four of six write Go and the launch in 14 weeks is fixed. 250 − 70 = 180 ms are left, so CPU is not scarce.',
};

test('lines keep their order, holes are graded, duplicates are graded each, blank lines and a BOM are skipped', async () => {
  const { code, results } = await gradeLines([
    `\uFEFF${JSON.stringify(whole)}`,
    '',
    { id: 'x', exercise: 'S03', further: 'fields are ignored' },
    `${JSON.stringify({ ...whole, id: { any: 1 } })}\r`,
    { ...whole, explanation: 'one\u2028line' },
  ]);
  expect(code).toBe(0);
  const grades = z.array(LineSchema).parse(results);
  expect(grades.map(({ id, exercise }) => [id, exercise])).toEqual([
    ['x', 'S01'],
    ['x', 'S03'],
    [{ any: 1 }, 'S01'],
    ['x', 'S01'],
  ]);
  expect(grades[1]).toMatchObject({ explanation: { points: 0, max: 20 }, boundary: { credit: 0 }, overall: 0 });
  expect(grades[1]?.flags).toContain('too_short');
  expect(grades[0]?.explanation.points).toBeGreaterThan(0);
});

test('a bad line yields an error with its code in its place, the rest is graded, and the exit code is 1', async () => {
  const { code, results, problems } = await gradeLines([
    '{"id": "cut off',
    '[1, 2]',
    { ...whole, exercise: 'S99' },
    { ...whole, exercise: 'constructor' },
    { ...whole, choices: { 'no-such-part': 'go' } },
    { ...whole, choices: { 'webhook-delivery': 'zig' } },
    { ...whole, choices: 'go' },
    { ...whole, boundary: 'telepathy' },
    { ...whole, explanation: 42 },
    { ...whole, explanation: 'a'.repeat(20_001) },
    { ...whole, explanation: 'a'.repeat(20_000) },
  ]);
  const errors = results.map(
    (result) =>
      z.object({ error: z.object({ code: z.string(), message: z.string(), path: z.string() }) }).safeParse(result).data
        ?.error,
  );
  expect(errors.map((error) => error?.code)).toEqual([
    'bad-json',
    'bad-json',
    'unknown-exercise',
    'unknown-exercise',
    'unknown-component',
    'unknown-option',
    'bad-choices',
    'unknown-boundary',
    'bad-explanation',
    'too-long',
    undefined,
  ]);
  expect(errors.map((error) => error?.path)).toEqual([
    '',
    '',
    'exercise',
    'exercise',
    'choices.no-such-part',
    'choices.webhook-delivery',
    'choices',
    'boundary',
    'explanation',
    'explanation',
    undefined,
  ]);
  expect(results[0]).toMatchObject({ id: null });
  expect(results[2]).toMatchObject({ id: 'x' });
  expect(problems).toContain('line 3: unknown-exercise');
  expect(code).toBe(1);
});

test.each([
  ['no file named', []],
  ['a file that does not exist', ['--batch', 'nowhere.jsonl']],
  ['a folder', ['--batch', '.']],
  ['an unknown option', ['--bach', 'in.jsonl']],
])('%s: a sentence, the usage, exit code 2, nothing on standard output', async (_, args) => {
  const { code, out, problems } = await run(args);
  expect(code).toBe(2);
  expect(out).toBe('');
  expect(problems).toContain('Usage: npm run --silent grade -- --batch FILE.jsonl');
});

test('a reader that stops early ends the command quietly', async () => {
  await writeFile(path.join(folder, 'long.jsonl'), `${JSON.stringify(whole)}\n`.repeat(400));
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'course/commands/grade.ts', '--batch', path.join(folder, 'long.jsonl')],
    { cwd: root },
  );
  let problems = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    problems += chunk;
  });
  child.stdout.once('data', () => child.stdout.destroy());
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect(code).toBe(0);
  expect(problems).not.toContain('Error');
});

test('every sample is graded in order within its exercise’s criteria', async () => {
  const samples = labelledSamples((await readExercises(root)).values()).map(({ exercise, sample }) => ({
    id: `${exercise.scenario.id} ${sample.profile}`,
    exercise: exercise.scenario.id,
    ...sample.handIn,
  }));
  const file = path.join(folder, 'samples.jsonl');
  await writeFile(file, samples.map((sample) => JSON.stringify(sample)).join('\n'));
  const { code, out } = await run(['--batch', file]);
  const ids = samples.map(({ id }) => id);
  const grades = out
    .trimEnd()
    .split('\n')
    .map((line) => LineSchema.parse(JSON.parse(line)));
  expect(code).toBe(0);
  expect(grades.map(({ id }) => id)).toEqual(ids);
  for (const { exercise, criteria } of grades)
    expect(criteria.every(({ id }) => id.startsWith(`${exercise}-`))).toBe(true);
  const types = grades.map(({ criteria }) => criteria.map(({ type }) => type));
  expect(new Set(types.flat())).toEqual(new Set(['essential', 'actionable', 'celebratory']));
  const denials = samples.flatMap(({ id }, index) => (id.endsWith('negation_trap') ? [types[index]] : []));
  expect(denials.filter((found) => found?.includes('essential')).length).toBeGreaterThan(denials.length / 2);
});
