import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { createLexicon } from '@/grader/matching/lexicon';
import { type Match, NO_MATCH } from '@/grader/matching/match-answer';
import { judgeByShipped, judgeByTraining } from '../asag-matchers';
import { readGradedRow, readRow, splitLines } from '../asag-rows';
import { readShippedModels } from '../shipped-models';
import { fromCaller, PROJECT_ROOT } from './project-root';

/** `npm run --silent asag -- [--train FILE ...] --test FILE`: one line per row of the test file; docs/grading.md explains. */
const USAGE = 'Usage: npm run --silent asag -- [--train FILE.jsonl ...] --test FILE.jsonl';

function stop(message: string): never {
  process.stderr.write(`${message}\n${USAGE}\n`);
  process.exit(2);
}

/** `--train` may be given several times and may be followed by several files. */
function readArguments(): { train: string[]; test: string } {
  try {
    const { tokens } = parseArgs({
      options: { train: { type: 'string', multiple: true }, test: { type: 'string' } },
      allowPositionals: true,
      tokens: true,
    });
    const files: Record<string, string[]> = { train: [], test: [] };
    let name = '';
    for (const token of tokens) {
      if (token.kind === 'option') name = token.name;
      if (token.kind !== 'option-terminator' && token.value) files[name]?.push(token.value);
    }
    const [test] = files.test ?? [];
    if (!test || files.test?.length !== 1) return stop('Name one file to judge after --test.');
    return { train: (files.train ?? []).map(fromCaller), test: fromCaller(test) };
  } catch (error) {
    return stop(error instanceof Error ? error.message : String(error));
  }
}

const readLines = async (file: string): Promise<string[]> =>
  splitLines(await readFile(file, 'utf8').catch(() => stop(`There is no file ${file} that can be read.`)));

const { train, test } = readArguments();
const graded = (await Promise.all(train.map(readLines))).flat().flatMap((line) => readGradedRow(line) ?? []);
const rows = (await readLines(test)).map(readRow);
if (train.length > 0) process.stderr.write(`${graded.length} graded rows to learn from\n`);

const lexicon = createLexicon();
const usable = rows.filter((row) => row !== null);
const judge =
  graded.length > 0
    ? judgeByTraining(graded, usable, lexicon)
    : judgeByShipped(await readShippedModels(PROJECT_ROOT), lexicon);
const matches = rows.map((row): Match => (row ? judge(row) : NO_MATCH));
process.stderr.write(`${usable.length} of ${rows.length} rows usable\n`);
for (const { score, pCorrect } of matches) process.stdout.write(`${JSON.stringify({ score, pCorrect })}\n`);
