import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { projectFiles } from '../support/project-files';

/** Learners write what the grader reads, so no pattern of it may take long on any text of the greatest length. */
const LENGTH = 20_000;
/** A quadratic pattern needs half a second and more for this length, a linear one a few milliseconds. */
const MOST_MILLISECONDS = 100;

const files = projectFiles().filter((file) => /^grader\/.*\.ts$/.test(file) && !file.endsWith('.test.ts'));

interface Pattern {
  readonly file: string;
  readonly pattern: RegExp;
}

function patternsOf(file: string): Pattern[] {
  const found: Pattern[] = [];
  const visit = (node: ts.Node): void => {
    const literal = ts.isRegularExpressionLiteral(node) ? /^\/(.*)\/([a-z]*)$/s.exec(node.text) : null;
    if (literal) found.push({ file, pattern: new RegExp(literal[1] ?? '', literal[2]) });
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest));
  return found;
}

const COMMON = [
  'a',
  'a ',
  ' ',
  '\n',
  '1',
  '1,',
  '1.',
  '-',
  '- ',
  '>',
  '> ',
  '|',
  '*',
  '"',
  '<',
  '&#',
  'ab12',
  'is',
  'al',
  "a'",
];

/** Texts of the greatest length that begin like a match again and again and never end like one. */
function* attacks({ source }: RegExp): Generator<string> {
  const words = (
    source.replaceAll(/\\[bwdsWDSpn]/g, ' ').match(/[a-z][a-z ]*[a-z]|[^\w\s\\()[\]{}?:|]{1,4}/g) ?? []
  ).slice(0, 24);
  for (const own of [...COMMON, ...words, words.slice(0, 3).join(' ')])
    for (const unit of [own, `${own} `, `${own} a `]) {
      const text = unit.repeat(Math.ceil(LENGTH / Math.max(1, unit.length))).slice(0, LENGTH - 1);
      yield `${text}\u0000`;
    }
  for (const word of new Set(words.flatMap((own) => own.split(' ')))) yield `${word}${' '.repeat(LENGTH)}\u0000`;
}

function cost(pattern: RegExp, text: string): number {
  const start = process.cpuUsage();
  if (pattern.global) text.replace(pattern, '');
  else pattern.test(text);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** The smaller of two runs, because the first may compile or meet a collection. */
const slow = (pattern: RegExp, text: string) =>
  cost(pattern, text) > MOST_MILLISECONDS && cost(pattern, text) > MOST_MILLISECONDS;

test('every pattern of the grader takes linear time on texts made to delay it', { timeout: 120_000 }, () => {
  const patterns = files.flatMap(patternsOf);
  expect(patterns.length).toBeGreaterThan(60);
  const found = patterns.flatMap(({ file, pattern }) =>
    [...attacks(pattern)]
      .filter((text) => slow(pattern, text))
      .map((text) => `${file} ${pattern} ${text.slice(0, 30)}`),
  );
  expect(found).toEqual([]);
});

test('the test sees a quadratic pattern', () => {
  const bad = /\s+$/;
  expect([...attacks(bad)].some((text) => slow(bad, text))).toBe(true);
});

/** These put a pattern together from constants of their own file; grading 20,000 characters is timed elsewhere. */
const FROM_CONSTANTS = [
  'grader/choices/read-boundary.ts',
  'grader/choices/read-statements.ts',
  'grader/choices/set-aside.ts',
];

test('no pattern is made from data or text', () => {
  const made = files.filter((file) => /\bRegExp\(/.test(readFileSync(file, 'utf8')));
  expect(made.filter((file) => !FROM_CONSTANTS.includes(file))).toEqual([]);
});
