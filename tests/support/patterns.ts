import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** A pattern as it stands in a file. */
export interface Pattern {
  readonly file: string;
  readonly pattern: RegExp;
}

/** Every regular expression that is written down in a file. */
export function patternsOf(file: string): Pattern[] {
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

/** Texts of `length` characters that begin like a match again and again and never end like one. */
export function* attacks(
  { source }: RegExp,
  length: number,
  endings: readonly string[] = ['', ' ', ' a '],
): Generator<string> {
  const words = (
    source.replaceAll(/\\[bwdsWDSpn]/g, ' ').match(/[a-z][a-z ]*[a-z]|[^\w\s\\()[\]{}?:|]{1,4}/g) ?? []
  ).slice(0, 24);
  for (const own of [...COMMON, ...words, words.slice(0, 3).join(' ')])
    for (const ending of endings) {
      const unit = `${own}${ending}`;
      const text = unit.repeat(Math.ceil(length / Math.max(1, unit.length))).slice(0, length - 1);
      yield `${text}\u0000`;
    }
  for (const word of new Set(words.flatMap((own) => own.split(' ')))) yield `${word}${' '.repeat(length)}\u0000`;
}

function cost(pattern: RegExp, text: string): number {
  const start = process.cpuUsage();
  if (pattern.global) text.replace(pattern, '');
  else pattern.test(text);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** Whether a text takes a pattern longer than this; the smaller of two runs, because the first may compile or be interrupted. */
export const isSlow = (pattern: RegExp, text: string, most: number): boolean =>
  cost(pattern, text) > most && cost(pattern, text) > most;
