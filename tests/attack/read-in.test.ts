import { describe, expect, inject, test } from 'vitest';
import { parseYaml } from '@/course/parse-yaml';
import { readAdr } from '@/grader/studio/adr/read-adr';
import { MOST_ROSTER_BYTES, MOST_ROSTER_ROWS } from '@/schemas/invite';
import { readList } from '@/server/invites/read-list';
import { newGuestVisitor } from '../support/visitor';

/** 34 of the forty, and 35: everything that people hand over to be read, YAML, CSV, Markdown and JSON. Archives are read nowhere. */
const MOST_MS = 100;

/** The smaller of three runs, in milliseconds of processor time: others use the machine too. */
function cost(work: () => void): number {
  const runs = Array.from({ length: 3 }, () => {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1_000;
  });
  return Math.min(...runs);
}

const isClean = () => Object.hasOwn(Object.prototype, 'isOwner') === false && !('isOwner' in {});

const bomb = Array.from({ length: 12 }, (_, level) =>
  level === 0
    ? 'a0: &a0 [x, x, x, x, x, x, x, x, x]'
    : `a${level}: &a${level} [${new Array(9).fill(`*a${level - 1}`).join(', ')}]`,
).join('\n');

describe('YAML', () => {
  test.each([
    ['an alias bomb', bomb],
    ['ten megabytes', `a: ${'x'.repeat(10_000_000)}`],
    ['ten megabytes of lines', 'a: 1\n'.repeat(2_000_000)],
    ['a merge of itself', 'a: &a\n  <<: *a\n'],
    ['a prototype', '__proto__: { isOwner: true }\n'],
    ['a constructor', 'a: { constructor: { prototype: { isOwner: true } } }\n'],
    ['code', 'a: !!js/function "function () { return 1 }"\n'],
    ['a tower of brackets', '['.repeat(2_000)],
    ['a tower of lists', Array.from({ length: 3_000 }, (_, n) => `${' '.repeat(n % 100)}- `).join('')],
  ])('%s is refused in a moment', (_, text) => {
    let problems: readonly unknown[] = [];
    const ms = cost(() => {
      problems = parseYaml(text, 'given.yaml').problems;
    });
    expect(problems.length).toBeGreaterThan(0);
    expect(ms).toBeLessThan(MOST_MS);
    expect(isClean()).toBe(true);
  });
});

describe('a list of people', () => {
  test.each([
    ['more than a megabyte', 'ada@example.org\n'.repeat(MOST_ROSTER_BYTES / 10), 'too-large'],
    ['more people than it may hold', 'a@b.co\n'.repeat(MOST_ROSTER_ROWS + 5), 'too-many-rows'],
    ['a quotation mark that never closes', `"${'a@b.co\n'.repeat(100_000)}`, null],
    ['nothing but quotation marks', '"'.repeat(900_000), null],
    ['nothing but separators', ','.repeat(900_000), 'wrong-columns'],
    ['columns without end', `email${',x'.repeat(400_000)}\n`, 'wrong-columns'],
    ['a prototype for a column', 'email,__proto__\na@b.co,x\n', 'wrong-columns'],
    ['nothing', '', 'empty'],
    ['line breaks', '\r\n'.repeat(400_000), 'empty'],
  ])('%s is refused in a moment', (_, text, reason) => {
    let read: ReturnType<typeof readList> | undefined;
    const ms = cost(() => {
      read = readList(text);
    });
    expect(read).toMatchObject({ ok: false, ...(reason === null ? {} : { reason }) });
    expect(ms).toBeLessThan(3 * MOST_MS);
    expect(isClean()).toBe(true);
  });
});

describe('a decision record in Markdown', () => {
  test.each([
    ['ten megabytes', 'x'.repeat(10_000_000)],
    ['headings without end', '# \n'.repeat(60_000)],
    ['front matter that never ends', `---\n${'a: 1\n'.repeat(30_000)}`],
    ['front matter with a bomb', `---\n${bomb}\n---\n# Title\n`],
    ['front matter with a prototype', '---\n__proto__: { isOwner: true }\n---\n# Title\n'],
    ['brackets', '['.repeat(190_000)],
    ['emphasis', '*_'.repeat(90_000)],
    ['quotes', '> '.repeat(90_000)],
    ['spaces before nothing', `# a${' '.repeat(190_000)}b`],
    ['a table', '|'.repeat(190_000)],
    ['entities', '&#'.repeat(90_000)],
    ['backticks', '`'.repeat(190_000)],
  ])('%s is read or refused in a moment', (_, text) => {
    expect(cost(() => void readAdr(text))).toBeLessThan(5 * MOST_MS);
    expect(isClean()).toBe(true);
  });
});

describe('at the running app', () => {
  test('what is too large, poisoned or an archive is refused', async () => {
    const guest = await newGuestVisitor(inject('appUrl'));
    const send = async (path: string, body: string) => (await guest.send('POST', path, { body })).status;
    const large = JSON.stringify({ text: 'x'.repeat(10_000_000) });
    expect(await send('/api/decision-imports', large)).toBe(413);
    expect(await send('/api/cohorts/self-paced/imports', large)).toBe(413);
    expect(await send('/api/decisions', '{"record":{"__proto__":{"title":"x"}}}')).toBe(422);
    const poisoned = await guest.send('POST', '/api/decision-imports', {
      body: '{"text":"# Title","__proto__":{"isOwner":true}}',
    });
    expect(poisoned.status).toBeLessThan(500);
    expect(poisoned.text).not.toContain('isOwner":true');
    const archive = await guest.send('POST', '/api/decision-imports', {
      body: 'PK\u0003\u0004',
      headers: { 'content-type': 'application/zip' },
    });
    expect(archive.status).toBe(415);
  });
});
