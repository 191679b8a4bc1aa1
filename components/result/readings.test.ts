import { expect, test } from 'vitest';
import { CriterionIdSchema } from '@/schemas/ids';
import { confidenceWord, expectedAgreement, fixFirst, percent, points } from './readings';

const criterion = (number: number, points: number, max: number, confidence = 0.8) => ({
  id: CriterionIdSchema.parse(`S01-${number}`),
  points,
  max,
  confidence,
});

test('the two criteria with the most points to gain come first, not the ones with the lowest share', () => {
  const criteria = [criterion(1, 2, 4), criterion(2, 0, 1), criterion(3, 4, 4), criterion(4, 0, 3)];
  expect(fixFirst(criteria).map(({ id }) => id)).toEqual(['S01-4', 'S01-1']);
});

test('equal gains keep the order of the rubric, and nothing is proposed where nothing can be gained', () => {
  expect(fixFirst([criterion(1, 2, 4), criterion(2, 1, 3), criterion(3, 0, 2)]).map(({ id }) => id)).toEqual([
    'S01-1',
    'S01-2',
  ]);
  expect(fixFirst([criterion(1, 4, 4)])).toEqual([]);
});

test('expected agreement is the rounded sum of confidences; what was not judged counts as no agreement', () => {
  const criteria = [criterion(1, 2, 4, 0.9), criterion(2, 2, 4, 0.8), { ...criterion(3, 0, 4, 0.9), judged: false }];
  expect(expectedAgreement(criteria)).toEqual({ same: 2, total: 3 });
});

test('figures are written as a person would', () => {
  expect([percent(0.834), points(14.5), points(15), confidenceWord(0.7), confidenceWord(0.54)]).toEqual([
    '83 %',
    '14.5',
    '15',
    'fairly sure',
    'close to a guess',
  ]);
});
