import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { projectRoot } from '../support/project-files';

/** Each line is a file that must not be, and the rule that must say so. Targets need only exist. */
const seeds: readonly (readonly [file: string, source: string, rule: string])[] = [
  ['schemas/reaches-up.ts', "export { a } from '@/grader/target';", 'schemas-imports'],
  ['grader/reaches-up.ts', "export { a } from '@/course/target';", 'grader-imports'],
  ['course/reaches-up.ts', "export { a } from '@/server/target';", 'course-imports'],
  ['server/reaches-up.ts', "export { a } from '@/components/target';", 'server-imports'],
  ['components/reaches-server.ts', "export { a } from '@/server/target';", 'components-imports'],
  ['components/reaches-course.ts', "export type { A } from '@/course/target';", 'components-imports'],
  ['app/reaches-data.ts', "export { a } from '@/lessons/target';", 'app-imports'],
  ['grader/uses-react.ts', "import { useState } from 'react';\nexport const a = useState;", 'pure-packages'],
  ['schemas/uses-yaml.ts', "import { parse } from 'yaml';\nexport const a = parse;", 'pure-packages'],
  [
    'grader/uses-node.ts',
    "import { readFileSync } from 'node:fs';\nexport const a = readFileSync;",
    'pure-core-modules',
  ],
  ['course/guards-server.ts', "import 'server-only';", 'course-runs-anywhere'],
  ['components/other-editor.tsx', "export { editor } from 'monaco-editor';", 'monaco-in-one-place'],
  ['server/own-query.ts', "import { sql } from 'kysely';\nexport const a = sql;", 'database-in-one-place'],
  [
    'app/own-accounts.ts',
    "import { betterAuth } from 'better-auth';\nexport const a = betterAuth;",
    'accounts-in-one-place',
  ],
  ['server/own-model.ts', "import { generateText } from 'ai';\nexport const a = generateText;", 'judge-in-one-place'],
  ['app/own-search.ts', "import MiniSearch from 'minisearch';\nexport const a = MiniSearch;", 'search-in-one-place'],
  ['server/own-dates.ts', "import { fsrs } from 'ts-fsrs';\nexport const a = fsrs;", 'scheduler-in-one-place'],
  ['course/circle-one.ts', "export { a } from './circle-two';", 'no-circular'],
  ['server/uses-test.ts', "export { a } from './target.test';", 'not-to-test'],
  ['server/uses-command.ts', "export { a } from '@/server/commands/target';", 'no-command-in-a-library'],
  ['server/uses-dev-package.ts', "export { test } from 'vitest';", 'not-to-dev-dependency'],
  ['app/typo.ts', "export { a } from './no-such-file';", 'resolvable'],
];
const targets = ['grader', 'course', 'server', 'components', 'lessons', 'server/commands'].map((f) => `${f}/target.ts`);

const ReportSchema = z.object({
  summary: z.object({
    totalCruised: z.number(),
    violations: z.array(z.object({ from: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});

function cruise(cwd: string, folders: readonly string[]) {
  const program = join(projectRoot, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [program, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...folders];
  const { stdout } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8', maxBuffer: 1e8 });
  return ReportSchema.parse(JSON.parse(stdout)).summary;
}

describe('the import rules', () => {
  test('find nothing in this project', { timeout: 60_000 }, () => {
    const found = cruise(projectRoot, [
      'app',
      'components',
      'course',
      'grader',
      'schemas',
      'server',
      'scripts',
      'tests',
    ]);
    expect(found.violations.map(({ from, rule }) => `${from}: ${rule.name}`)).toEqual([]);
    expect(found.totalCruised).toBeGreaterThan(100);
  });

  describe('in a project of violations', () => {
    let reported: string[] = [];
    const copy = mkdtempSync(join(tmpdir(), 'seeded-'));

    beforeAll(() => {
      for (const name of ['.dependency-cruiser.cjs', 'package.json', 'tsconfig.json']) {
        cpSync(join(projectRoot, name), join(copy, name));
      }
      symlinkSync(join(projectRoot, 'node_modules'), join(copy, 'node_modules'), 'junction');
      const source = 'export const a = 1;\nexport type A = number;\n';
      const circle = ['course/circle-two.ts', "export { a } from './circle-one';"] as const;
      const files = [...seeds, circle, ...[...targets, 'server/target.test.ts'].map((file) => [file, source] as const)];
      for (const [file, text] of files) {
        mkdirSync(dirname(join(copy, file)), { recursive: true });
        writeFileSync(join(copy, file), text);
      }
      const found = cruise(copy, ['app', 'components', 'course', 'grader', 'schemas', 'server']);
      reported = found.violations.map(({ from, rule }) => `${from}: ${rule.name}`);
    }, 60_000);

    afterAll(() => rmSync(copy, { recursive: true, force: true }));

    test.each(seeds)('%s is caught', (file, _source, rule) => {
      expect(reported).toContain(`${file}: ${rule}`);
    });
  });
});
