import { describe, expect, test } from 'vitest';
import type { Comment } from '@/schemas/feedback';
import { CriterionIdSchema } from '@/schemas/ids';
import type { Level } from '@/schemas/rubric';
import { bestHandIn } from './best-hand-in';
import { compareComments, compareGrades } from './compare-grades';
import { compareTexts, type TextPiece } from './compare-texts';

const graded = (number: number, level: Level, judged?: false) => ({
  id: CriterionIdSchema.parse(`S01-${number}`),
  level,
  points: { none: 0, half: 2, full: 4 }[level],
  max: 4,
  ...(judged === false ? { judged } : {}),
});

describe('two grades', () => {
  test('a criterion rises, falls, is met at last, stays open or is open again', () => {
    const before = [graded(1, 'none'), graded(2, 'full'), graded(3, 'half'), graded(4, 'full'), graded(5, 'half')];
    const after = [graded(1, 'half'), graded(2, 'half'), graded(3, 'full'), graded(4, 'full'), graded(5, 'half')];
    expect(compareGrades(before, after).map(({ direction, standing }) => `${direction} ${standing}`)).toEqual([
      'rose open',
      'fell reopened',
      'rose resolved',
      'same kept',
      'same open',
    ]);
    expect(compareGrades(before, after)[2]).toMatchObject({ pointsBefore: 2, pointsAfter: 4, max: 4 });
  });

  test('what one of them was not judged on is no change', () => {
    expect(compareGrades([graded(1, 'none', false)], [graded(1, 'full')])).toEqual([]);
    expect(compareGrades([graded(1, 'full')], [graded(1, 'none', false), graded(2, 'full')])).toEqual([]);
  });

  test('a comment is resolved when nothing asks for the same any more', () => {
    const asks = (id: string, text: string): Comment => ({ type: 'actionable', about: 'component', id, text });
    const sums: Comment = { type: 'essential', about: 'sums', text: 'A sum is off.' };
    const praise: Comment = { type: 'celebratory', about: 'component', id: 'api', text: 'Argued for.' };
    const before = [sums, asks('api', 'Carry it.'), asks('queue', 'Carry it.'), praise];
    const after: Comment[] = [praise, { ...asks('queue', 'Contradicted.'), type: 'essential' }];
    const { resolved, open } = compareComments(before, after);
    expect(resolved).toEqual([sums, asks('api', 'Carry it.')]);
    expect(open).toEqual([asks('queue', 'Carry it.')]);
  });
});

describe('two texts', () => {
  const without = (list: readonly TextPiece[], type: TextPiece['type']) =>
    list
      .filter((piece) => piece.type !== type)
      .map(({ text }) => text)
      .join('');

  test('a changed word is the only difference', () => {
    expect(compareTexts('We keep Go for now.', 'We keep Rust for now.')).toEqual([
      { type: 'same', text: 'We keep' },
      { type: 'removed', text: ' Go' },
      { type: 'added', text: ' Rust' },
      { type: 'same', text: ' for now.' },
    ]);
  });

  test.each([
    ['', ''],
    ['', 'New.'],
    ['Old.', ''],
    ['a b c d\n\ne f', 'a x c\n\n e f g '],
    ['# Limits\n- one\n- two\n', '# Limits\n- two\n- three\n'],
    ['same', 'same'],
    ['word '.repeat(3_000), 'other '.repeat(3_000)],
  ])('both are found again, whole', (before, after) => {
    const found = compareTexts(before, after);
    expect(without(found, 'added')).toBe(before);
    expect(without(found, 'removed')).toBe(after);
  });
});

test('the best draft counts, of two alike the earlier, and none without a grade', () => {
  const draft = (number: number, overall: number | null) => ({ number, overall });
  expect(bestHandIn([draft(1, 0.4), draft(2, 0.8), draft(3, null), draft(4, 0.8)])?.number).toBe(2);
  expect(bestHandIn([draft(1, null)])).toBeNull();
});
