import { expect, test } from 'vitest';
import { removable, takenAt } from './keep-which';

const at = (day: string, hour: number) => `defensible-2026-11-${day}T${String(hour).padStart(2, '0')}0000Z.jsonl.gz`;

test('the newest stay, and the last of each day', () => {
  const names = [at('20', 1), at('20', 23), at('21', 2), at('21', 3), at('22', 4), at('22', 5), at('22', 6)];
  expect(removable(names, 2)).toEqual([at('22', 4), at('21', 2), at('20', 1)]);
});

test('a day that is long past goes altogether', () => {
  const names = Array.from({ length: 16 }, (_, day) => at(String(day + 1).padStart(2, '0'), 12));
  expect(removable(names, 1)).toEqual([at('02', 12), at('01', 12)]);
});

test("somebody's own files are never touched", () => {
  expect(
    removable(['before-the-upgrade.jsonl.gz', 'defensible.db', '.defensible-2026-11-01T000000Z.jsonl.gz.part-7'], 0),
  ).toEqual([]);
});

test('the name says when', () => {
  expect(takenAt(at('22', 6))).toBe(Date.parse('2026-11-22T06:00:00Z'));
  expect(takenAt('mine.gz')).toBeNull();
});
