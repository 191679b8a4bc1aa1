import { expect, test } from 'vitest';
import { evaluateFormula } from './evaluate-formula';

test.each([
  ['250-70', 180],
  ['120*3/1000', 0.36],
  ['10 - 2 - 3', 5],
  ['2+3*4', 14],
  ['(1-60/85)/0.64*100', 45.9559],
  ['-3*(2+1)', -9],
])('%s is %d', (formula, value) => {
  expect(evaluateFormula(formula)).toBeCloseTo(value, 4);
});

test.each(['', 'x+1', '2+', '(2', '2)', '2 3', '1/0', '2**3', '1.2.3', '1e3'])('"%s" has no value', (formula) => {
  expect(evaluateFormula(formula)).toBeNull();
});
