import { expect, test } from 'vitest';
import { compareRound } from './compare-round';
import { drawAnswers } from './draw-answers';

const list = (word: string, n: number) => Array.from({ length: n }, (_, at) => `${word}${at}`);

test('the same seed draws the same answers, half of them drafts; another seed draws others', () => {
  const draw = (seed: number) => drawAnswers(seed, list('s', 40), list('d', 40), 10);
  expect(draw(7)).toEqual(draw(7));
  expect(draw(7)).not.toEqual(draw(8));
  expect(draw(7).filter((one) => one.startsWith('d'))).toHaveLength(5);
  expect(new Set(draw(7)).size).toBe(10);
});

test('where drafts or samples are few the others fill up, and never is one drawn twice', () => {
  expect(drawAnswers(1, list('s', 40), [], 10)).toHaveLength(10);
  expect(drawAnswers(1, list('s', 2), list('d', 40), 10).filter((one) => one.startsWith('d'))).toHaveLength(8);
  expect(drawAnswers(1, list('s', 2), list('d', 1), 10)).toHaveLength(3);
});

test('answers without a reference are held against the machine alone', () => {
  const line = (at: number) => ({ own: at % 2 ? 'full' : 'none', machine: at % 2 ? 'full' : 'none' }) as const;
  const round = Array.from({ length: 10 }, (_, at) => [{ ...line(at), reference: at < 6 ? ('none' as const) : null }]);
  const { withMachine, withReference } = compareRound(round);
  expect(withMachine.kappa).toMatchObject({ value: 1, n: 10 });
  expect(withReference.kappa).toMatchObject({ type: 'undefined', reason: 'too-few', n: 6 });
});
