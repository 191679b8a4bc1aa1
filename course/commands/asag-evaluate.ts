import { readFile } from 'node:fs/promises';
import { fitMatcher } from '@/grader/matching/fit-matcher';
import { createLexicon } from '@/grader/matching/lexicon';
import { type Match, matchAnswer, NO_MATCH } from '@/grader/matching/match-answer';
import { type GradedRow, type MatcherRow, questionKey } from '@/grader/matching/matcher-row';
import { macroF1, rootMeanSquare } from '@/grader/statistics/classification';
import { pearson } from '@/grader/statistics/pearson';
import { groupByDataset } from '../asag-matchers';
import { type Attempt, readAttempt, readGradedRow, splitLines } from '../asag-rows';
import { negate } from '../negate';
import { fromCaller } from './project-root';

/**
 * `npm run --silent asag:evaluate -- FILE...`: how well the matcher does on files of graded rows, five folds each, whole
 * questions held out and then single answers. Files of attempts to fool it (`type`, `expected`) are judged by the fold that
 * did not see their question.
 */
const FOLDS = 5;
const lexicon = createLexicon();

/** Per kind of attempt: passed, all. */
type Tally = Map<string, [number, number]>;

function count(tally: Tally, type: string, match: Match): void {
  const [passed, all] = tally.get(type) ?? [0, 0];
  tally.set(type, [passed + (match.pCorrect >= 0.5 ? 1 : 0), all + 1]);
}

function foldsOf(rows: readonly GradedRow[], byQuestion: boolean): number[] {
  const places = new Map([...new Set(rows.map(questionKey))].map((key, at) => [key, at]));
  return rows.map((row, at) => (byQuestion ? (places.get(questionKey(row)) ?? 0) : at) % FOLDS);
}

/** Judges attempts at the questions of a fold, and the denial of each question's first reference. */
function tryToFool(
  judge: (row: MatcherRow) => Match,
  held: readonly GradedRow[],
  attempts: readonly Attempt[],
  tally: Tally,
): void {
  const questions = new Map(held.map((row) => [questionKey(row), row]));
  for (const { row, type, expected } of attempts)
    if (questions.has(questionKey(row))) count(tally, `${type} (${expected})`, judge(row));
  for (const row of questions.values())
    count(tally, 'reference negated (fail)', judge({ ...row, answer: negate(row.references[0] ?? '') }));
}

function crossValidate(
  rows: readonly GradedRow[],
  byQuestion: boolean,
  attempts: readonly Attempt[],
  tally: Tally,
): Match[] {
  const folds = foldsOf(rows, byQuestion);
  const matches: Match[] = rows.map(() => NO_MATCH);
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const matcher = fitMatcher(
      rows.filter((_, at) => folds[at] !== fold),
      lexicon,
      !byQuestion,
    );
    const judge = (row: MatcherRow) => matchAnswer(matcher, row);
    for (const [at, row] of rows.entries()) if (folds[at] === fold) matches[at] = judge(row);
    if (byQuestion)
      tryToFool(
        judge,
        rows.filter((_, at) => folds[at] === fold),
        attempts,
        tally,
      );
  }
  return matches;
}

function report(rows: readonly GradedRow[], matches: readonly Match[]): string {
  const truths = rows.map(({ isCorrect }) => isCorrect);
  const pairs = rows.map(({ score }, at): [number, number] => [matches[at]?.score ?? 0, score]);
  const f1 = macroF1(
    truths,
    matches.map(({ pCorrect }) => pCorrect >= 0.5),
  );
  return `macro-F1 ${f1.toFixed(3)}   r ${(pearson(pairs) ?? 0).toFixed(3)}   RMSE ${rootMeanSquare(pairs).toFixed(3)}`;
}

const files = process.argv.slice(2);
const lines = (
  await Promise.all(files.map(async (file) => splitLines(await readFile(fromCaller(file), 'utf8'))))
).flat();
const graded = lines.flatMap((line) => readGradedRow(line) ?? []);
const attempts = lines.flatMap((line) => readAttempt(line) ?? []);
const tally: Tally = new Map();
for (const [name, rows] of groupByDataset(graded)) {
  process.stdout.write(`${name}: ${rows.length} rows, ${new Set(rows.map(questionKey)).size} questions\n`);
  for (const byQuestion of [true, false]) {
    const label = byQuestion ? 'questions held out' : 'answers held out  ';
    process.stdout.write(`  ${label}   ${report(rows, crossValidate(rows, byQuestion, attempts, tally))}\n`);
  }
}
for (const [type, [passed, all]] of [...tally].sort(([one], [other]) => (one < other ? -1 : 1)))
  process.stdout.write(`  ${type.padEnd(40)} passed ${passed} of ${all} (${((100 * passed) / all).toFixed(1)} %)\n`);
