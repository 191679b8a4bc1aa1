import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { gradeLine } from './grade-line';
import { fromCaller, PROJECT_ROOT } from './project-root';
import { readExercises } from './read-exercises';

/** `npm run --silent grade -- --batch FILE.jsonl`: one result line per submission line; docs/grading.md has the format. */
const USAGE = 'Usage: npm run --silent grade -- --batch FILE.jsonl';

function stop(message: string): never {
  process.stderr.write(`${message}\n${USAGE}\n`);
  process.exit(2);
}

function readArguments(): string {
  try {
    const { batch } = parseArgs({ options: { batch: { type: 'string' } } }).values;
    return batch ? fromCaller(batch) : stop('No file to grade: name one after --batch.');
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

async function gradeFile(file: string): Promise<{ graded: number; refused: number }> {
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
  return { graded, refused };
}

// A reader that went away (such as head) has all it wanted.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

const file = readArguments();
const found = await stat(file).catch(() => null);
if (!found || found.isDirectory()) stop(`There is no file ${file}.`);
const { graded, refused } = await gradeFile(file);
process.stderr.write(`${graded} graded, ${refused} refused\n`);
process.exitCode = refused > 0 ? 1 : 0;
