import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const folder = join(import.meta.dirname, '../../server/db/migrations');

/** What takes something away from the version before, which goes on running while this one is put in its place. */
const TAKES_AWAY =
  /dropColumn|renameColumn|dropTable|renameTo|alterColumn|dropConstraint|modifyColumn|\b(drop|rename)\s+(table|column|constraint)\b|\balter\s+column\b/i;
/** A column that must be given, and that the version before does not know. Only in a table that is new is it harmless. */
const DEMANDS = /alterTable\([^;]*?addColumn\([^;]*?notNull\(\)[^;]*/;
/** The note that says since which migration nothing reads or writes what goes (docs/reliability.md). */
const NOTE = /\* Contract: /;

/** What is wrong with the text of a migration, or null. */
function problemOf(text: string): string | null {
  if (TAKES_AWAY.test(text) && !NOTE.test(text))
    return 'takes something away without a note that begins with "Contract: "';
  const demand = DEMANDS.exec(text);
  return demand && !demand[0].includes('defaultTo')
    ? 'adds a column that must be given to a table that is there'
    : null;
}

test('every migration leaves the version before it at work', () => {
  const problems = readdirSync(folder).flatMap((name) => {
    const problem = problemOf(readFileSync(join(folder, name), 'utf8'));
    return problem ? [`${name} ${problem}`] : [];
  });
  expect(problems).toEqual([]);
});

test.each([
  `await db.schema.alterTable('drafts').dropColumn('handIn').execute();`,
  `await db.schema.alterTable('drafts').renameColumn('handIn', 'text').execute();`,
  `await db.schema.dropTable('drafts').execute();`,
  'await sql`alter table drafts drop column "handIn"`.execute(db);',
  `await db.schema.alterTable('drafts').addColumn('zone', 'text', (column) => column.notNull()).execute();`,
])('%s is refused', (text) => {
  expect(problemOf(text)).not.toBeNull();
});

test('what is noted, has a default or belongs to a new table passes', () => {
  expect(problemOf(`/** Contract: unread since 0031. */ db.schema.alterTable('a').dropColumn('b')`)).toBeNull();
  expect(problemOf(`db.schema.alterTable('a').addColumn('b', 'integer', (c) => c.notNull().defaultTo(0))`)).toBeNull();
  expect(problemOf(`db.schema.createTable('a').addColumn('b', 'integer', (c) => c.notNull())`)).toBeNull();
});
