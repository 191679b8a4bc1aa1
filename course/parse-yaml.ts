import { type Document, isAlias, isPair, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import type { Problem } from './problem';

const MAX_BYTES = 1024 * 1024;
const MAX_BRACKETS = 1_000;
const TOO_DEEP = 'is nested too deeply to be read, expected a few levels';
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

export interface ParsedYaml {
  /** The plain value, or undefined where the text could not be read. */
  readonly value: unknown;
  readonly problems: readonly Problem[];
  /** The 1-based line on which a path starts, or of its nearest ancestor that exists. */
  readonly lineOf: (path: readonly PropertyKey[]) => number | undefined;
}

/**
 * YAML as authors of a course need it: no anchors (a page of them can unfold to gigabytes), no tags, no keys that reach
 * into JavaScript's objects, at most one MiB. Every problem names the line.
 * `firstLine` is the file's line number of the text's first line, for front matter.
 */
export function parseYaml(text: string, file: string, firstLine = 1): ParsedYaml {
  const refused = (message: string): ParsedYaml => ({
    value: undefined,
    problems: [{ file, path: '', message }],
    lineOf: () => undefined,
  });
  const bytes = Buffer.byteLength(text);
  if (bytes > MAX_BYTES) return refused(`is ${bytes} bytes long, expected at most ${MAX_BYTES}; split it`);
  if (isTower(text)) return refused(TOO_DEEP);
  const lines = new LineCounter();
  const lineAt = (offset: number) => lines.linePos(offset).line + firstLine - 1;
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
    const problems = [...syntaxProblems(document, file, lineAt), ...forbiddenProblems(document, file, lineAt)];
    const value: unknown = problems.length > 0 ? undefined : document.toJS({ maxAliasCount: 0 });
    return { value, problems, lineOf: (path) => lineOf(document, path, lineAt) };
  } catch (error) {
    // Thousands of levels exhaust the parser's stack: a RangeError that says nothing to an author.
    if (error instanceof RangeError) return refused(TOO_DEEP);
    throw error;
  }
}

/** Where the stack ends within a regular expression, the whole process ends: no brackets so deep reach the parser. */
function isTower(text: string): boolean {
  let depth = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    depth += bracket === '[' || bracket === '{' ? 1 : -1;
    if (depth > MAX_BRACKETS) return true;
  }
  return false;
}

type LineAt = (offset: number) => number;

/** What authors get wrong most often, by the parser's code; the parser's own words need its manual. */
const PLAIN_WORDS: Readonly<Record<string, string>> = {
  BLOCK_AS_IMPLICIT_KEY: 'a text holds ": " without quotes around it, expected "…" around the whole text',
  TAB_AS_INDENT: 'a tab indents this line, expected spaces',
  DUPLICATE_KEY: 'this field stands here twice, expected it once',
};

function inPlainWords({ code, message }: { code: string; message: string }): string {
  return PLAIN_WORDS[code] ?? message.split('\n')[0] ?? message;
}

function syntaxProblems(document: Document.Parsed, file: string, lineAt: LineAt): Problem[] {
  return [...document.errors, ...document.warnings].map((error) => ({
    file,
    path: `line ${lineAt(error.pos[0])}`,
    message: `is not valid YAML: ${inPlainWords(error)}`,
  }));
}

function forbiddenProblems(document: Document.Parsed, file: string, lineAt: LineAt): Problem[] {
  const problems: Problem[] = [];
  const report = (offset: number | undefined, message: string) =>
    problems.push({ file, path: offset === undefined ? '' : `line ${lineAt(offset)}`, message });
  visit(document, (_key, node) => {
    if (isAlias(node)) report(node.range?.[0], `refers to an anchor (*${node.source}), expected the text itself`);
    if (isPair(node) && isScalar(node.key) && FORBIDDEN_KEYS.has(String(node.key.value)))
      report(node.key.range?.[0], `the key ${String(node.key.value)} is not allowed, expected another name`);
  });
  return problems;
}

function lineOf(document: Document.Parsed, path: readonly PropertyKey[], lineAt: LineAt): number | undefined {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const node = document.getIn(path.slice(0, depth), true);
    if (hasRange(node)) return lineAt(node.range[0]);
  }
  return undefined;
}

function hasRange(node: unknown): node is { range: [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}
