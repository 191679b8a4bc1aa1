import { expect, test } from 'vitest';
import { ScenarioSchema } from '@/schemas/scenario';
import { FIXTURE_EXERCISE } from '@/tests/support/graded-exercise';
import { overallShare } from '../overall-share';
import { creditBoundary, creditChoice } from './credit-pick';

const { scenario } = FIXTURE_EXERCISE;
const component = (answer: string, also: string[]) => {
  const parsed = ScenarioSchema.shape.components.parse([
    { id: 'a-part', name: 'A part', answer, also_defensible: also, because: 'of something' },
  ]);
  const [first] = parsed;
  if (!first) throw new Error('the list above has one component');
  return first;
};

test.each([
  ['the answer', 'go', ['neither-keep-existing'], 'go', false, 1, 'defensible'],
  ['an also-defensible pick', 'go', ['neither-keep-existing'], 'neither-keep-existing', false, 1, 'defensible'],
  ['Rust where either is the answer', 'either', [], 'rust', false, 1, 'defensible'],
  ['Go where either is also defensible', 'rust', ['either'], 'go', false, 1, 'defensible'],
  ['either where only one language is', 'go', [], 'either', false, 0, 'wrong'],
  ['another pick without argument', 'go', [], 'rust', false, 0, 'wrong'],
  ['another pick that the prose carries', 'go', [], 'rust', true, 0.5, 'weak'],
] as const)('%s', (_, answer, also, pick, carried, credit, verdict) => {
  expect(creditChoice(component(answer, [...also]), pick, carried)).toEqual({ credit, verdict });
});

test('nothing picked earns nothing, even where the prose is strong', () => {
  expect(creditChoice(component('go', []), undefined, true).credit).toBe(0);
  expect(creditBoundary(scenario.boundary, undefined, true).credit).toBe(0);
});

test.each([
  ['none', 1],
  ['queue', 1],
  ['FFI/C-ABI', 0],
] as const)('the boundary %s earns %d', (pick, credit) => {
  expect(creditBoundary(scenario.boundary, pick, false).credit).toBe(credit);
});

/** 0.8 × 14.5/20 + 0.15 × (1 + 0.5 + 0)/3 + 0.05 × 1 = 0.58 + 0.075 + 0.05 = 0.705 */
test('the overall result weighs explanation, choices and boundary', () => {
  const shares = { explanation: 14.5 / 20, choices: [1, 0.5, 0], boundary: 1 };
  expect(overallShare({ ...shares, isContradicted: false })).toBe(0.705);
  expect(overallShare({ ...shares, isContradicted: true })).toBe(0.5);
});

test('a contradiction raises no result that is lower anyway', () => {
  expect(overallShare({ explanation: 0.2, choices: [0], boundary: 0, isContradicted: true })).toBe(0.16);
});
