import { expect, test } from 'vitest';
import { computePlan, settledReady, type TeamInput } from './team-planner';

const team: TeamInput = {
  people: 8,
  ready: 1,
  rampUp: 4,
  hiring: 4,
  leaversPerYear: 0,
  fluentHires: 0,
  languages: 1,
  rota: 6,
  salary: 90,
};

/** One takes two; the other five get a third as far alone (4 / 3 of 4 months), then three take them all: 4 + 3 months. */
test('one person who knows the language needs two rounds of ramp-up, not one', () => {
  const { ready, months } = computePlan(team);
  expect([ready[3], ready[4], ready[6], ready[7]]).toEqual([1, 3, 3, 8]);
  expect(months).toBe(7);
});

test('with three who know it, one round is enough', () => {
  expect(computePlan({ ...team, ready: 3 }).months).toBe(4);
});

/** Alone: 4 · 3 = 12 months for the first, all of them at once. */
test('with nobody to learn from, everyone takes three times as long', () => {
  expect(computePlan({ ...team, ready: 0 }).months).toBe(12);
});

/** 0.15 / 12 · 4 = 0.05, for the open post and for the learning: 8 / (1.05 · 1.05) = 7.256. */
test('in the long run people are missing at the rate of leaving times the time to replace them', () => {
  const input = { ...team, leaversPerYear: 0.15 };
  expect(settledReady(input)).toBeCloseTo(7.256, 3);
  const last = computePlan({ ...input, ready: 8 }).ready.at(-1) ?? 0;
  expect(Math.abs(last - 7.256)).toBeLessThan(0.2);
});

/** 6 / 1.1025 = 5.44 are ready; 6 · 1.1025 = 6.6, so seven posts. */
test('a team of exactly the rota’s size never holds it', () => {
  const plan = computePlan({ ...team, people: 6, ready: 6, leaversPerYear: 0.15 });
  expect(plan.months).toBeNull();
  expect(plan.settled).toBeCloseTo(5.442, 3);
  expect(plan.needed).toBe(7);
});

/** A second language doubles what a newcomer learns: 8 / (1.05 · 1.1) = 6.926. */
test('each further language lengthens every later replacement', () => {
  expect(settledReady({ ...team, leaversPerYear: 0.15, languages: 2 })).toBeCloseTo(6.926, 3);
  expect(settledReady({ ...team, leaversPerYear: 0.15, languages: 2, fluentHires: 1 })).toBeCloseTo(7.256, 3);
});

/** Seven are not ready in months 1-4, five in 5-7: 43 person-months at half output, 21.5 / 12 · 90. */
test('learning costs half of what those are paid who are not ready', () => {
  expect(computePlan(team).learningCost).toBeCloseTo(161.25, 10);
});

test('reviews pile up on the few who can judge them', () => {
  expect(computePlan(team).reviews).toEqual([32, 4]);
});
