import { expect, test } from 'vitest';
import { projectFiles, readProjectFile } from '../support/project-files';

/** What was done, and which grades were ever in force. Both are written once; no right in the database keeps them so. */
const TABLES = ['audit_entries', 'grade_events'];

/**
 * The only places that take something out, each because a person's data goes: with the person, with the time it is kept, or, of
 * acts, nothing but views of a text.
 */
const MAY: readonly string[] = [
  'server/delete-learners.ts',
  'server/retention/remove-texts.ts',
  'server/retention/rules.ts',
];

const CHANGE = /\b(?:updateTable|deleteFrom)\(\s*(?:'(\w+)'|(\w+))/g;
const RAW = /\b(?:update|delete\s+from|truncate|drop\s+table)\s+["`]?(audit_entries|grade_events)\b/i;

/** By name, or by a variable in a file that names the table anywhere. */
function changes(text: string): boolean {
  const found = [...text.matchAll(CHANGE)].some(([, name, variable]) =>
    TABLES.some((table) => name === table || (variable !== undefined && text.includes(`'${table}'`))),
  );
  return found || RAW.test(text);
}

test('27 nothing rewrites the record of acts or the history of grades', () => {
  const sources = projectFiles().filter(
    (file) => /^(app|server|scripts|course)\/.*\.(ts|tsx|mjs)$/.test(file) && !/\.test\./.test(file),
  );
  expect(sources.length).toBeGreaterThan(300);
  expect(sources.filter((file) => changes(readProjectFile(file)))).toEqual(MAY);
});

test('the same search finds a statement that would', () => {
  expect(changes("await tx.updateTable('grade_events').set({ reason })")).toBe(true);
  expect(changes("for (const table of ['audit_entries']) await tx.deleteFrom(table)")).toBe(true);
  expect(changes('sql`delete from audit_entries`')).toBe(true);
  expect(changes("await tx.updateTable('grades').set({ overall })")).toBe(false);
});
