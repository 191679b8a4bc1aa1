import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkReceipt } from '@/course/commands/check-receipt';
import { gradeLine } from '@/course/commands/grade-line';
import { readExercises } from '@/course/commands/read-exercises';
import type { Exercise } from '@/schemas/course';
import { runGradeCommand } from '@/tests/support/run-grade-command';

/** `--receipt`: whether a hand-in still gets the grade it got, as whoever doubts a grade would ask. */
const root = path.resolve(import.meta.dirname, '../..');
let folder = '';

const handIn = {
  id: 'x',
  exercise: 'S01',
  choices: { 'http-api-and-business-rules': 'go', 'pdf-generation-worker': 'either', 'webhook-delivery': 'go' },
  boundary: 'queue',
  explanation:
    'Four of six write Go and the launch in 14 weeks is fixed. 250 − 70 = 180 ms are left, so CPU is not scarce.',
};
let exercises: Map<string, Exercise>;
let grade: Record<string, unknown> = {};
let receipt: Record<string, unknown> = {};

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'receipt-'));
  exercises = await readExercises(root);
  grade = JSON.parse(JSON.stringify(gradeLine(JSON.stringify(handIn), exercises)));
  receipt = Object(grade.receipt);
});
afterAll(() => rm(folder, { recursive: true }));

/** The comparison in this process; what the command makes of it is the last test's. */
const compare = (content: object | string) =>
  checkReceipt(typeof content === 'string' ? content : JSON.stringify(content, null, 2), exercises);

async function run(args: readonly string[]) {
  const { code, out, problems } = await runGradeCommand(args, folder);
  return { code, out: out.trimEnd(), problems };
}

test('a grade as it was printed is reproduced, with or without the caller’s id', () => {
  const { id: _, ...stored } = grade;
  expect(receipt.calibration).toMatch(/^[0-9a-f]{16}$/);
  expect(compare({ ...handIn, grade })).toEqual({ same: true });
  expect(compare({ ...handIn, id: undefined, grade: stored })).toEqual({ same: true });
});

test('a receipt alone is compared with the receipt of today', () => {
  expect(compare({ ...handIn, receipt })).toEqual({ same: true });
  const changed = { ...receipt, grader: '1.0.0', rubric: 'other', calibration: undefined, engine: 'llm' };
  expect(compare({ ...handIn, receipt: changed })).toEqual({
    same: false,
    changed: ['grader version', 'rubric and probes', 'engine', 'calibration'],
  });
});

test('every part that differs is named: of the receipt, of the grade, a criterion by its id', () => {
  const [first, ...others] = Array.isArray(grade.criteria) ? grade.criteria : [];
  const criteria = [{ ...first, confidence: 0 }, ...others];
  const altered = { ...grade, overall: 1, flags: ['hostile'], criteria, receipt: { ...receipt, calibration: 'other' } };
  expect(compare({ ...handIn, grade: altered })).toEqual({
    same: false,
    changed: ['calibration', 'criteria.S01-1', 'flags', 'overall'],
  });
});

test('a grade from before feedback had types differs in nothing for want of them', () => {
  const { comments: _, ...old } = grade;
  const criteria = (Array.isArray(grade.criteria) ? grade.criteria : []).map(({ type: _type, ...rest }) => rest);
  expect(criteria.length).toBeGreaterThan(0);
  expect(compare({ ...handIn, grade: { ...old, criteria } })).toEqual({ same: true });
});

test('another text than the one that was graded does not get its grade', () => {
  expect(compare({ ...handIn, explanation: 'We take Go.', grade })).toMatchObject({ same: false });
});

test.each<readonly [string, () => object | string, string]>([
  ['no JSON', () => '{"id": ', 'not JSON'],
  ['a list', () => [handIn], 'expected the hand-in with its grade'],
  ['a hand-in without a grade', () => handIn, 'expected the hand-in with its grade'],
  ['a grade without a receipt', () => ({ ...handIn, grade: { overall: 1 } }), 'expected the hand-in with its grade'],
  ['an error in place of a grade', () => ({ ...handIn, grade: { id: 'x', error: {} } }), 'expected the hand-in'],
  ['an unknown exercise', () => ({ ...handIn, exercise: 'S99', grade }), 'no exercise "S99"'],
  ['a grade where the hand-in belongs', () => ({ ...grade, grade }), 'is no boundary'],
])('%s cannot be compared, and a sentence says why', (_, content, sentence) => {
  expect(compare(content())).toEqual({ problem: expect.stringContaining(sentence) });
});

test('the command prints the comparison, and its exit code is 0, 1, or 2 with nothing printed', async () => {
  const store = (name: string, content: object) => writeFile(path.join(folder, name), JSON.stringify(content));
  await writeFile(path.join(folder, 'same.json'), `\uFEFF${JSON.stringify({ ...handIn, grade })}`);
  await store('other.json', { ...handIn, grade: { ...grade, overall: 0.1234 } });
  await store('bad.json', { ...handIn });
  expect(await run(['--receipt', 'same.json'])).toEqual({ code: 0, out: '{"same":true}', problems: '' });
  expect(await run(['--receipt', 'other.json'])).toMatchObject({
    code: 1,
    out: '{"same":false,"changed":["overall"]}',
  });
  const bad = await run(['--receipt', 'bad.json']);
  expect(bad).toMatchObject({ code: 2, out: '' });
  expect(bad.problems).toContain('bad.json cannot be compared: expected the hand-in with its grade');
  expect(await run(['--receipt', 'same.json', '--batch', 'b.jsonl'])).toMatchObject({ code: 2, out: '' });
});
