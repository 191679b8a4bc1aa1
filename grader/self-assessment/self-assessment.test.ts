import { describe, expect, test } from 'vitest';
import { CriterionIdSchema } from '@/schemas/ids';
import type { Confidence } from '@/schemas/item';
import type { Level } from '@/schemas/rubric';
import { wilsonInterval } from '../statistics/wilson-interval';
import { assessSelf } from './assess-self';
import { brierScore, meanBrier } from './brier-score';
import { certaintyTable } from './certainty-table';
import { comparePrediction } from './compare-prediction';

const id = (number: number) => CriterionIdSchema.parse(`S01-${number}`);
const predicted = (number: number, level: Level, certainty: Confidence = 'sure') => ({
  id: id(number),
  level,
  certainty,
});

describe('a prediction beside its grade', () => {
  test('says by how many levels it is off, and leaves out what was not judged or not predicted', () => {
    const compared = comparePrediction(
      [predicted(1, 'full'), predicted(2, 'none', 'guess'), predicted(3, 'half'), predicted(5, 'half')],
      [
        { id: id(1), level: 'none' },
        { id: id(2), level: 'half' },
        { id: id(3), level: 'half', judged: false },
        { id: id(4), level: 'full' },
        { id: id(5), level: 'half' },
      ],
    );
    expect(compared.map(({ id: found, off }) => [found, off])).toEqual([
      [id(1), -2],
      [id(2), 1],
      [id(5), 0],
    ]);
  });

  /** Wilson at 7 of 10: 0.397 to 0.892, so "sure" (0.9) says too much; at 8 of 10: 0.490 to 0.943, so it may be true. */
  test('a word is called too strong or too weak only outside the 95 % interval', () => {
    const reading = (certainty: Confidence, right: number, n: number) =>
      certaintyTable(Array.from({ length: n }, (_, index) => ({ certainty, isRight: index < right }))).find(
        (row) => row.certainty === certainty,
      )?.reading;
    expect(reading('sure', 7, 10)).toBe('less');
    expect(reading('sure', 8, 10)).toBe('fits');
    expect(reading('guess', 9, 10)).toBe('more');
    expect(reading('sure', 0, 9)).toBe('early');
  });
});

/** Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998), table I. */
test.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])('the Wilson interval of %d of %d is %d to %d', (right, n, low, high) => {
  const interval = wilsonInterval(right, n);
  expect(interval[0]).toBeCloseTo(low, 4);
  expect(interval[1]).toBeCloseTo(high, 4);
});

describe('all predictions of one person', () => {
  test('come to counts, a Brier score, and one line for each draft', () => {
    const one = { id: id(1), predicted: 'full', certainty: 'sure', graded: 'full', off: 0 } as const;
    const two = { id: id(2), predicted: 'half', certainty: 'think-so', graded: 'none', off: -1 } as const;
    const all = assessSelf([
      { key: 'a', compared: [one, two] },
      { key: 'b', compared: [one] },
      { key: 'c', compared: [] },
    ]);
    expect(all).toMatchObject({ right: 2, n: 3 });
    expect(all.brier).toBeCloseTo((0.015 + 1.04 + 0.015) / 3, 12);
    expect(all.drafts.map(({ key, right, n, brier }) => [key, right, n, brier])).toEqual([
      ['a', 1, 2, expect.closeTo(0.5275, 12)],
      ['b', 1, 1, expect.closeTo(0.015, 12)],
    ]);
  });
});

describe('the Brier score', () => {
  /** Worked by hand: sure is .9/.05/.05, think so .6/.2/.2, guess a third each. */
  test.each([
    ['sure', 'full', 'full', 0.015], // .1² + .05² + .05²
    ['sure', 'full', 'none', 1.715], // .9² + .95² + .05²
    ['think-so', 'half', 'half', 0.24], // .4² + .2² + .2²
    ['think-so', 'half', 'full', 1.04], // .6² + .8² + .2²
    ['guess', 'none', 'none', 2 / 3],
    ['guess', 'none', 'full', 2 / 3],
  ] as const)('%s of %s, graded %s, costs %d', (certainty, level, graded, score) => {
    expect(brierScore({ predicted: level, certainty, graded })).toBeCloseTo(score, 12);
  });

  /** (0.015 + 1.04 + 0.666667) / 3 = 0.573889 */
  test('of a right "sure", a wrong "think so" and a guess is 0.5739', () => {
    const three = [
      { predicted: 'full', certainty: 'sure', graded: 'full' },
      { predicted: 'half', certainty: 'think-so', graded: 'none' },
      { predicted: 'none', certainty: 'guess', graded: 'half' },
    ] as const;
    expect(meanBrier(three)).toBeCloseTo(0.573889, 6);
    expect(meanBrier([])).toBeNull();
  });
});

describe('how often a word was right', () => {
  test('is counted word by word, and called early below ten', () => {
    const said = (certainty: Confidence, right: number, wrong: number) => [
      ...Array.from({ length: right }, () => ({ certainty, isRight: true })),
      ...Array.from({ length: wrong }, () => ({ certainty, isRight: false })),
    ];
    expect(certaintyTable([...said('sure', 7, 3), ...said('guess', 1, 3)])).toEqual([
      { certainty: 'sure', right: 7, n: 10, share: 0.7, reading: 'less' },
      { certainty: 'think-so', right: 0, n: 0, share: null, reading: 'early' },
      { certainty: 'guess', right: 1, n: 4, share: 0.25, reading: 'early' },
    ]);
  });
});
