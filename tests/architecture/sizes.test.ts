import { expect, test } from 'vitest';
import { projectFiles, readProjectFile } from '../support/project-files';

/** Suppressions in the whole project. The number may only fall: whoever removes one lowers it. */
const SUPPRESSIONS = 17;
const MOST_LINES = 300;

const isCode = (name: string) => /\.(ts|tsx|mjs|cjs)$/.test(name);
const isTest = (name: string) => name.startsWith('tests/') || /\.test\.tsx?$/.test(name);
// Written in two parts, so that this file does not count itself.
const suppression = new RegExp(
  `${'biome'}-ignore(-start)? |@ts-${'(expect-error|ignore|nocheck)'}|eslint-${'disable'}`,
);

test(`no file of the product is longer than ${MOST_LINES} lines`, () => {
  const files = projectFiles().filter((name) => isCode(name) && !isTest(name));
  expect(files.length).toBeGreaterThan(50);
  const long = files
    .map((name) => ({ name, lines: readProjectFile(name).trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > MOST_LINES);
  expect(long).toEqual([]);
});

test('every suppression of a rule gives its reason on the same line, and there are no more than before', () => {
  const found = projectFiles()
    .filter((name) => isCode(name) || name.endsWith('.css'))
    .flatMap((name) =>
      readProjectFile(name)
        .split('\n')
        .map((line) => ({ name, line: line.trim() })),
    )
    .filter(({ line }) => suppression.test(line));
  expect(found.filter(({ line }) => !/(: |-- |error )\S.{14,}/.test(line))).toEqual([]);
  expect(found.map(({ name, line }) => `${name}: ${line}`)).toHaveLength(SUPPRESSIONS);
});
