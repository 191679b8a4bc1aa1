import { expect, test } from 'vitest';
import { agreementChance, SHIPPED_MODEL } from './criterion-model';

const model = {
  ...SHIPPED_MODEL,
  agreement: [
    { raw: 0.5, chance: 0.4 },
    { raw: 0.7, chance: 0.6 },
    { raw: 0.9, chance: 0.9 },
  ],
};

test('the stated chance grows with the raw one and stays between the lowest and the highest step', () => {
  const raws = Array.from({ length: 65 }, (_, at) => 0.35 + at / 100);
  const chances = raws.map((raw) => agreementChance(model, raw));
  expect(chances).toEqual(chances.toSorted((one, other) => one - other));
  expect(Math.min(...chances)).toBe(0.4);
  expect(Math.max(...chances)).toBeCloseTo(0.9, 9);
});

test('two judgements of one step are told apart', () => {
  expect(agreementChance(model, 0.78)).toBeGreaterThan(agreementChance(model, 0.72));
});

test('without steps the raw chance is all there is to say', () => {
  expect(agreementChance({ ...model, agreement: [] }, 0.61)).toBe(0.61);
});
