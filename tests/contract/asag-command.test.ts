import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';

/** The matcher as scripts outside the project call it: files in, one line per line of the test file out. */
const root = path.resolve(import.meta.dirname, '../..');
const LineSchema = z.strictObject({ score: z.number().min(0).max(1), pCorrect: z.number().min(0).max(1) });
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'asag-'));
});
afterAll(() => rm(folder, { recursive: true }));

interface Run {
  readonly code: number | null;
  readonly out: string;
}

function run(args: readonly string[]): Promise<Run> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'course/commands/asag.ts', ...args], {
    cwd: root,
    env: { ...process.env, INIT_CWD: folder },
  });
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    out += chunk;
  });
  child.stderr.resume();
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out })));
}

const write = (name: string, lines: readonly (object | string)[]) =>
  writeFile(
    path.join(folder, name),
    lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
  );

const read = ({ out }: Run) =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => LineSchema.parse(JSON.parse(line)));

const kettle = {
  dataset: 'made',
  question_id: 'k',
  question: 'Why does a kettle whistle?',
  reference_answers: ['The steam makes the air in the spout tremble.'],
};
const right = { ...kettle, answer: 'Steam makes the air in the spout tremble.' };
const wrong = { ...kettle, answer: 'My uncle bought it at the market.' };
const nothing = { score: 0, pCorrect: 0 };

test('without training files the shipped weights judge, and every line has its line', async () => {
  const lines = [
    right,
    'no JSON',
    '',
    { ...kettle, reference_answers: [], answer: 'Steam.' },
    { ...kettle, answer: '' },
    { ...kettle, answer: 7 },
    wrong,
    { ...right, reference_answers: [null, ...kettle.reference_answers] },
  ];
  await write('test.jsonl', lines);
  const done = await run(['--test', 'test.jsonl']);
  expect(done.code).toBe(0);
  const results = read(done);
  expect(results).toHaveLength(lines.length);
  expect(results[0]?.pCorrect).toBeGreaterThan(0.5);
  expect(results.slice(1, 6)).toEqual([nothing, nothing, nothing, nothing, nothing]);
  expect(results[6]?.pCorrect).toBeLessThan(0.5);
  expect(results[7]?.pCorrect).toBeGreaterThan(0.5);
});

test('what says how a row was graded is not read', async () => {
  await write('plain.jsonl', [right, wrong]);
  await write('graded.jsonl', [
    { ...right, score: 0, label2: 'incorrect', label: 'incorrect' },
    { ...wrong, score: 1, label2: 'correct', label: 'correct' },
  ]);
  const [plain, graded] = [await run(['--test', 'plain.jsonl']), await run(['--test', 'graded.jsonl'])];
  expect(graded.out).toBe(plain.out);
});

test('graded answers to the same question teach what the reference does not say', async () => {
  const told = { ...kettle, score: 1, label2: 'correct' };
  const manners = ['quickly', 'again', 'in the end', 'after a while', 'very soon'];
  const train = Array.from({ length: 240 }, (_, index) =>
    index % 2 === 0
      ? { ...told, answer: `Boiling water sends vapour out with force ${manners[index % 5] ?? ''}` }
      : {
          ...kettle,
          answer: `My uncle bought it at the market ${manners[index % 5] ?? ''}`,
          score: 0,
          label2: 'incorrect',
        },
  );
  await write('train.jsonl', [...train, 'no JSON', { ...kettle, answer: 'no grade' }]);
  await write('new.jsonl', [{ ...kettle, answer: 'The boiling water sends vapour out with force' }, wrong]);
  const done = await run(['--train', 'train.jsonl', '--test', 'new.jsonl']);
  const [taught, other] = read(done);
  expect(taught?.pCorrect).toBeGreaterThan(0.5);
  expect(other?.pCorrect).toBeLessThan(0.5);
});

test('without a file to judge there is a sentence and exit code 2', async () => {
  expect(await run([])).toEqual({ code: 2, out: '' });
  expect(await run(['--test', 'missing.jsonl'])).toEqual({ code: 2, out: '' });
});
