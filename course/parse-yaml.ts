import { type Document, isAlias, isPair, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import type { Problem } from './problem';

const MAX_BYTES = 1024 * 1024;
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
  const lines = new LineCounter();
  const lineAt = (offset: number) => lines.linePos(offset).line + firstLine - 1;
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
    const problems = [...syntaxProblems(document, file, lineAt), ...forbiddenProblems(document, file, lineAt)];
    const value: unknown = problems.length > 0 ? undefined : document.toJS({ maxAliasCount: 0 });
    return { value, problems, lineOf: (path) => lineOf(document, path, lineAt) };
  } catch (error) {
    // Thousands of nested brackets exhaust the parser's stack: a RangeError that says nothing to an author.
    if (error instanceof RangeError) return refused('is nested too deeply to be read, expected a few levels');
    throw error;
  }
}

type LineAt = (offset: number) => number;

function syntaxProblems(document: Document.Parsed, file: string, lineAt: LineAt): Problem[] {
  return [...document.errors, ...document.warnings].map((error) => ({
    file,
    path: `line ${lineAt(error.pos[0])}`,
    message: `is not valid YAML: ${error.message.split('\n')[0]}`,
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
