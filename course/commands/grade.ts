import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { checkReceipt } from './check-receipt';
import { gradeLine } from './grade-line';
import { fromCaller, PROJECT_ROOT } from './project-root';
import { readExercises } from './read-exercises';

/**
 * `npm run --silent grade -- --batch FILE.jsonl`: one result line per submission line. With `--receipt FILE.json`: whether
 * a hand-in still gets the grade it got. docs/grading.md has both formats.
 */
const USAGE = `Usage: npm run --silent grade -- --batch FILE.jsonl
       npm run --silent grade -- --receipt FILE.json`;

function stop(message: string): never {
  process.stderr.write(`${message}\n${USAGE}\n`);
  process.exit(2);
}

function readArguments(): { file: string; isReceipt: boolean } {
  try {
    const { batch, receipt } = parseArgs({
      options: { batch: { type: 'string' }, receipt: { type: 'string' } },
    }).values;
    if (batch && receipt) return stop('Either --batch or --receipt: each is a run of its own.');
    const file = batch || receipt || stop('No file to grade: name one after --batch or --receipt.');
    return { file: fromCaller(file), isReceipt: !batch };
  } catch (error) {
    return stop(error instanceof Error ? error.message : String(error));
  }
}

/** Lines end at \n alone: readline would also cut at U+2028, which may stand inside a JSON string. */
async function* readLines(file: string): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of createReadStream(file, { encoding: 'utf8' })) {
    const lines = `${rest}${chunk}`.split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  yield rest;
}

async function print(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain');
}

/** Exit code 0 where every line was graded, else 1. */
async function gradeFile(file: string): Promise<number> {
  const exercises = await readExercises(PROJECT_ROOT);
  let [number, graded, refused] = [0, 0, 0];
  for await (const raw of readLines(file)) {
    number += 1;
    const text = raw.replace(/^\uFEFF/, '').trim();
    if (text === '') continue;
    const result = gradeLine(text, exercises);
    if ('error' in result) {
      refused += 1;
      process.stderr.write(`line ${number}: ${result.error.code}: ${result.error.message}\n`);
    } else graded += 1;
    await print(JSON.stringify(result));
    if ((graded + refused) % 500 === 0) process.stderr.write(`${graded + refused} lines read\n`);
  }
  process.stderr.write(`${graded} graded, ${refused} refused\n`);
  return refused > 0 ? 1 : 0;
}

/** Exit code 0 where the grade comes out the same, else 1. */
async function compareFile(file: string): Promise<number> {
  const text = (await readFile(file, 'utf8')).replace(/^\uFEFF/, '');
  const check = checkReceipt(text, await readExercises(PROJECT_ROOT));
  if ('problem' in check) return stop(`${file} cannot be compared: ${check.problem}.`);
  await print(JSON.stringify(check));
  return check.same ? 0 : 1;
}

// A reader that went away (such as head) has all it wanted.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

const { file, isReceipt } = readArguments();
const found = await stat(file).catch(() => null);
if (!found || found.isDirectory()) stop(`There is no file ${file}.`);
process.exitCode = await (isReceipt ? compareFile(file) : gradeFile(file));
