import { expect, test } from 'vitest';
import { FIXTURE_COURSE } from '@/tests/support/course-copy';
import { readContentFiles } from './content-files';
import { formatStaleFact, staleFacts, staleNote } from './stale-facts';

const lesson = (reviewedOn: string, body: string) => ({
  file: 'lessons/m01-first/01-one/lesson.mdx',
  text: `---\nid: one\ntitle: The first lesson\nreviewedOn: ${reviewedOn}\n---\n\n${body}\n`,
});

test('a fact is fresh for twelve months to the day, and stale the day after', () => {
  const files = [lesson('2026-11-21', '')];
  expect(staleFacts(files, '2027-11-21')).toEqual([]);
  expect(staleFacts(files, '2027-11-22').map(formatStaleFact)).toEqual([
    'lessons/m01-first/01-one/lesson.mdx → line 4: The first lesson should have been checked again by 2027-11-21, 1 day ago',
  ]);
});

test('a source in the margin counts from the day it was read, wherever its attributes stand', () => {
  const body = 'Text.\n\n<Source checked="2025-01-31" title="Go > C?" url="https://example.org">remark</Source>';
  const [found] = staleFacts([lesson('2026-11-21', body)], '2026-03-01');
  expect(found).toMatchObject({ line: 9, what: 'Go > C?', due: '2026-01-31', daysLate: 29 });
});

test('the leap day of one year falls on the last of February in the next', () => {
  expect(staleFacts([lesson('2024-02-29', '')], '2025-03-01')[0]).toMatchObject({ due: '2025-02-28', daysLate: 1 });
});

test('a claim with a day of its own is due on that day, and its sources after a year; the longest overdue comes first', () => {
  const text = `- id: A-X-1
  checkBy: 2026-12-01
  sources:
    - title: A page
      checked: 2025-11-30
`;
  expect(staleFacts([{ file: 'library/claims.yaml', text }], '2026-12-05').map(formatStaleFact)).toEqual([
    'library/claims.yaml → line 5: A page should have been checked again by 2026-11-30, 5 days ago',
    'library/claims.yaml → line 2: A-X-1 should have been checked again by 2026-12-01, 4 days ago',
  ]);
});

test('items of a quiz are named by their source', () => {
  const text = 'items:\n  - id: one\n    sources:\n      - { title: A guide, checked: 2025-01-01 }\n';
  const file = 'lessons/m01-first/01-one/quiz.yaml';
  expect(staleFacts([{ file, text }], '2026-01-02')).toEqual([
    { file, line: 4, what: 'A guide', due: '2026-01-01', daysLate: 1 },
  ]);
});

test('every dated fact of a course is seen', async () => {
  const files = await readContentFiles(FIXTURE_COURSE);
  expect(staleFacts(files, '2027-11-22').map(({ file }) => file)).toEqual([
    'lessons/m01-first/01-one/lesson.mdx',
    'library/claims.yaml',
  ]);
  expect(staleNote(1)).toContain('One dated fact of the course is due');
});
