import { expect, test } from 'vitest';
import { answersAgreement, criterionAgreement, type LevelPair } from './agreement';
import { confidenceBins } from './confidence-bins';
import { kappaOfCounts, quadraticAgreement } from './kappa-of-counts';
import { wilsonInterval } from './wilson-interval';

const same = (one: number, other: number) => (one === other ? 1 : 0);

/** The worked example of Fleiss, Cohen and Everitt (1969): 200 diagnoses, variances 0.002885 and 0.003248. */
test('kappa and its error are those of the published example', () => {
  const counts = [
    [106, 10, 4],
    [22, 28, 10],
    [2, 12, 6],
  ];
  const plain = kappaOfCounts(counts, same);
  expect(plain?.kappa).toBeCloseTo(0.429, 3);
  expect((plain?.error ?? 0) ** 2).toBeCloseTo(0.002885, 6);
  const weights = [
    [1, 0, 0.4444],
    [0, 1, 0.6667],
    [0.4444, 0.6667, 1],
  ];
  const weighted = kappaOfCounts(counts, (one, other) => weights[one]?.[other] ?? 0);
  expect((weighted?.error ?? 0) ** 2).toBeCloseTo(0.003248, 6);
});

/** Husbands' and wives' ratings (Agresti 1990), as printed by the R package vcd: 0.1293 (0.0686) and 0.2374 (0.0783). */
test('a second published table gives its printed figures', () => {
  const counts = [
    [7, 7, 2, 3],
    [2, 8, 3, 7],
    [1, 5, 4, 9],
    [2, 8, 9, 14],
  ];
  const linear = (one: number, other: number) => 1 - Math.abs(one - other) / 3;
  const [plain, weighted] = [kappaOfCounts(counts, same), kappaOfCounts(counts, linear)];
  expect([plain?.kappa, plain?.error].map((value) => value?.toFixed(4))).toEqual(['0.1293', '0.0686']);
  expect([weighted?.kappa, weighted?.error].map((value) => value?.toFixed(4))).toEqual(['0.2374', '0.0783']);
});

/** Newcombe (1998), Statistics in Medicine 17: 81 of 263 gives 0.2553 to 0.3662. */
test('Wilson’s interval is that of the published example', () => {
  expect(wilsonInterval(81, 263).map((value) => value.toFixed(4))).toEqual(['0.2553', '0.3662']);
});

/** Pairs (0,0) ×4, (0,1), (1,1) ×2, (2,2) ×3: w = ¼ once. observed ¼/10; expected Σ rows·columns·w / 100 =
 * rows 5 2 3, columns 4 3 3: (5·3·¼ + 5·3·1 + 2·4·¼ + 2·3·¼ + 3·4·1 + 3·3·¼) / 100 = 36.5/100; kappa = 1 − 0.025/0.365. */
test('a criterion’s agreement worked out by hand, with its n', () => {
  const pairs: LevelPair[] = [
    ...Array.from({ length: 4 }, () => [0, 0] as const),
    [0, 1],
    ...Array.from({ length: 2 }, () => [1, 1] as const),
    ...Array.from({ length: 3 }, () => [2, 2] as const),
  ];
  const { kappa, exact } = criterionAgreement(pairs);
  expect(kappa).toMatchObject({ type: 'estimate', n: 10 });
  expect(kappa.type === 'estimate' && kappa.value).toBeCloseTo(1 - 0.025 / 0.365, 12);
  expect(exact).toMatchObject({ type: 'estimate', value: 0.9, n: 10 });
  expect(
    kappaOfCounts(
      [
        [0, 0],
        [0, 0],
      ],
      quadraticAgreement(2),
    ),
  ).toBeNull();
});

test('below the minimum, and without variety, no number is given', () => {
  const nine: LevelPair[] = Array.from({ length: 9 }, () => [1, 1] as const);
  expect(criterionAgreement(nine).kappa).toEqual({ type: 'undefined', reason: 'too-few', n: 9, needed: 10 });
  expect(criterionAgreement([...nine, [1, 1]]).kappa).toMatchObject({ reason: 'no-variety', n: 10 });
  expect(answersAgreement(nine.map((pair) => [pair, pair])).kappa).toMatchObject({ reason: 'too-few', n: 9 });
});

test('bins say what was said and what came true', () => {
  const bins = confidenceBins([
    ...Array.from({ length: 10 }, (_, at) => ({ chance: 0.9, isHit: at < 8 })),
    { chance: 0.2, isHit: true },
    { chance: 1, isHit: true },
  ]);
  expect(bins.map(({ from, n, hits }) => [from, n, hits])).toEqual([
    [0, 1, 1],
    [0.9, 11, 9],
  ]);
  expect(bins[0]?.share).toMatchObject({ type: 'undefined', reason: 'too-few' });
});
