import type { Estimate } from '@/schemas/estimate';
import {
  type ItemFigures,
  type ItemProblem,
  type ItemProblemKind,
  ItemProblemKindSchema,
} from '@/schemas/item-analysis';
import { NEEDED } from '../statistics/estimate';

/**
 * Where an item becomes one to look at. Conventions: R. L. Ebel, Essentials of Educational Measurement (1972), calls a
 * discrimination below 0.20 poor; above 0.9 right an item tells hardly anybody apart, below 0.4 it may be unfair.
 */
export const LIMITS = { easy: 0.9, hard: 0.4, poor: 0.2, slow: 2 } as const;

/** Whole interval on one side: what chance alone may have done accuses no item. */
const liesAbove = (estimate: Estimate, limit: number) => estimate.type === 'estimate' && (estimate.low ?? 0) > limit;
const liesBelow = (estimate: Estimate, limit: number) => estimate.type === 'estimate' && (estimate.high ?? 1) < limit;

type Judged = Pick<ItemFigures, 'difficulty' | 'discrimination'>;
export type WholeProblemKind = Extract<
  ItemProblemKind,
  'negative-discrimination' | 'low-discrimination' | 'too-hard' | 'too-easy'
>;

/** What is wrong with an item or criterion as a whole. Discrimination is not held against what nearly all get right. */
export function wholeProblems({ difficulty, discrimination }: Judged): WholeProblemKind[] {
  const isEasy = liesAbove(difficulty, LIMITS.easy);
  return [
    ...(liesBelow(discrimination, 0) ? ['negative-discrimination' as const] : []),
    ...(liesBelow(discrimination, LIMITS.poor) && !liesBelow(discrimination, 0) && !isEasy
      ? ['low-discrimination' as const]
      : []),
    ...(liesBelow(difficulty, LIMITS.hard) ? ['too-hard' as const] : []),
    ...(isEasy ? ['too-easy' as const] : []),
  ];
}

/** Distractors that more of the strongest fifth take than take the key: one of them may be right, or the key wrong. */
function takenByBest({ options, fifths }: ItemFigures): string[] {
  if ((fifths.at(-1) ?? 0) < NEEDED.share) return [];
  const top = (option: ItemFigures['options'][number]) => option.curve?.at(-1) ?? 0;
  const keys = options.filter(({ isKey }) => isKey).map(top);
  if (keys.length === 0) return [];
  const least = Math.min(...keys);
  return options.filter((option) => !option.isKey && top(option) > least).map(({ id }) => id);
}

/** Everything to look at in one item, most pressing first. `expectedSeconds`: what its kind usually takes. */
export function findProblems(figures: ItemFigures, expectedSeconds: number): ItemProblem[] {
  const best = takenByBest(figures);
  const isAnswered = figures.n >= NEEDED.curve;
  const unused = figures.options.filter(
    ({ isKey, rate }) => isAnswered && !isKey && rate.type === 'estimate' && rate.value === 0,
  );
  const { medianSeconds: time } = figures;
  const isSlow = time.type === 'estimate' && time.value > LIMITS.slow * expectedSeconds;
  const found: ItemProblem[] = [
    ...wholeProblems(figures).map((kind) => ({ kind, optionIds: [] })),
    ...(best.length > 0 ? [{ kind: 'best-take-distractor' as const, optionIds: best }] : []),
    ...(unused.length > 0 ? [{ kind: 'unused-distractor' as const, optionIds: unused.map(({ id }) => id) }] : []),
    ...(isSlow ? [{ kind: 'too-slow' as const, optionIds: [] }] : []),
  ];
  return found.sort((one, other) => pressOf(one.kind) - pressOf(other.kind));
}

const pressOf = (kind: ItemProblemKind) => ItemProblemKindSchema.options.indexOf(kind);

interface Ranked {
  readonly problems: readonly ItemProblemKind[];
  readonly discrimination: Estimate;
}

/** Order of two items, worst first: by the most pressing problem, then by how many, then by discrimination. */
export function compareProblems(one: Ranked, other: Ranked): number {
  const worst = ({ problems }: Ranked) => Math.min(ItemProblemKindSchema.options.length, ...problems.map(pressOf));
  const told = ({ discrimination }: Ranked) => (discrimination.type === 'estimate' ? discrimination.value : 2);
  return worst(one) - worst(other) || other.problems.length - one.problems.length || told(one) - told(other);
}
