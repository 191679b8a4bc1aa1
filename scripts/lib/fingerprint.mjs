import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

/** What `next build` reads. Lessons, exercises and the library are read while serving and need no build. */
const folders = ['app', 'components', 'course', 'grader', 'schemas', 'server', 'scripts/monaco'];
const files = [
  'package-lock.json',
  'next.config.mjs',
  'tsconfig.json',
  'proxy.ts',
  'instrumentation.ts',
  'scripts/build-monaco.mjs',
];

/** A hash over the names and contents of all sources of the build, in about 20 ms. */
export function sourceFingerprint() {
  const hash = createHash('sha256');
  for (const file of [...files, ...folders.flatMap(sourcesIn)]) {
    const path = join(root, file);
    if (existsSync(path)) hash.update(`${file}\0`).update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}

function sourcesIn(folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length + 1))
    .sort();
}
