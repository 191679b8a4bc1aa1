import { expect, test } from 'vitest';
import type { Grade } from '@/schemas/grade';
import { changeSheet, EMPTY_SHEET, rulingsIn, type Sheet, type SheetEvent } from './review-sheet';

const grade = { criteria: [{ id: 'S01-1' }, { id: 'S01-2' }] } as unknown as Grade;
const after = (...events: SheetEvent[]): Sheet => events.reduce(changeSheet, EMPTY_SHEET);
const chosen = (criterionId: string, level: 'none' | 'half' | 'full'): SheetEvent => ({
  type: 'level-chosen',
  criterionId,
  level,
  inForce: 'none',
});
const typed = (criterionId: string, reason: string): SheetEvent => ({ type: 'reason-typed', criterionId, reason });

test('a level other than the one in force is a ruling; going back to that one takes it away', () => {
  expect(rulingsIn(after(chosen('S01-2', 'full'), typed('S01-2', ' It is there. ')), grade)).toEqual([
    { criterionId: 'S01-2', level: 'full', reason: 'It is there.' },
  ]);
  expect(rulingsIn(after(chosen('S01-2', 'full'), chosen('S01-2', 'none')), grade)).toEqual([]);
});

test('another level keeps the reason that was typed, and rulings stand in the order of the rubric', () => {
  const sheet = after(
    chosen('S01-2', 'full'),
    typed('S01-2', 'Both sums.'),
    chosen('S01-1', 'half'),
    chosen('S01-2', 'half'),
  );
  expect(rulingsIn(sheet, grade)).toEqual([
    { criterionId: 'S01-1', level: 'half', reason: '' },
    { criterionId: 'S01-2', level: 'half', reason: 'Both sums.' },
  ]);
});

test('a refusal loses nothing, and nothing changes while it is being sent', () => {
  const before = after(chosen('S01-1', 'full'), typed('S01-1', 'It is there.'), {
    type: 'alike-toggled',
    submissionId: 'other',
  });
  const sending = changeSheet(before, { type: 'sent' });
  expect(changeSheet(sending, typed('S01-1', ''))).toBe(sending);
  const refused = changeSheet(sending, { type: 'refused', message: 'Changed since.' });
  expect(refused).toEqual({ ...before, phase: { step: 'refused', message: 'Changed since.' } });
});

test('clearing takes rulings and ticks away; a tick twice is none', () => {
  const tick: SheetEvent = { type: 'alike-toggled', submissionId: 'other' };
  expect(after(tick, tick).alsoTo).toEqual([]);
  expect(after(chosen('S01-1', 'full'), tick, { type: 'cleared' })).toEqual(EMPTY_SHEET);
});
