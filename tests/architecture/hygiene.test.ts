import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { projectFiles, projectRoot, readProjectFile } from '../support/project-files';

const files = projectFiles().filter((name) =>
  /\.(ts|tsx|mjs|cjs|json|jsonc|ya?ml|mdx?|css|grit|svg)$|^\.(npmrc|ci\/)/.test(name),
);

function linesMatching(pattern: RegExp, among: readonly string[]): string[] {
  return among.flatMap((name) =>
    readProjectFile(name)
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${name}:${index + 1}: ${line.trim().slice(0, 120)}`] : [])),
  );
}

const PackageSchema = z.object({
  scripts: z.record(z.string(), z.string()),
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
});
const manifest = PackageSchema.parse(JSON.parse(readProjectFile('package.json')));

test('the project is read at all', () => {
  expect(files.length).toBeGreaterThan(150);
});

test('no test is focused, skipped or made to wait by the clock', () => {
  const tests = files.filter((name) => /\.(test|spec)\.tsx?$/.test(name));
  expect(tests.length).toBeGreaterThan(10);
  expect(
    linesMatching(
      /\b(test|it|describe)\.(only|skip|todo)\b|waitForTimeout/,
      tests.filter((name) => !name.endsWith('hygiene.test.ts')),
    ),
  ).toEqual([]);
});

test('nothing is left for later', () => {
  const code = files.filter((name) => /\.(ts|tsx|mjs|css)$/.test(name) && !name.endsWith('hygiene.test.ts'));
  expect(linesMatching(/\b(TODO|FIXME|XXX)\b/, code)).toEqual([]);
});

test('no file names a folder of one machine', () => {
  const machine = /(^|[\s"'`(=:])\/(home|Users|root|work|farm|workspaces?|tmp)\/\w/;
  expect(
    linesMatching(
      machine,
      files.filter((name) => name !== 'package-lock.json'),
    ),
  ).toEqual([]);
});

test('packages come from whatever registry the reader uses', () => {
  expect(linesMatching(/"resolved"/, ['package-lock.json'])).toEqual([]);
  expect(linesMatching(/registry\s*=/, ['.npmrc'])).toEqual([]);
});

test('every package is pinned to one version', () => {
  const versions = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
  expect(versions.length).toBeGreaterThan(20);
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
});

test('every script of package.json calls a file that is there', () => {
  const called = Object.values(manifest.scripts).flatMap((script) => script.match(/\b[\w/-]+\.(mjs|ts)\b/g) ?? []);
  expect(called.length).toBeGreaterThan(5);
  expect(called.filter((path) => !existsSync(join(projectRoot, path)))).toEqual([]);
});
