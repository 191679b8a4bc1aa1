import type { Confidence } from '@/schemas/item';
import { type Level, LevelSchema } from '@/schemas/rubric';
import { mean } from '../statistics/mean';

/**
 * What the three words say about the level that somebody named; the rest is split evenly over the other two levels.
 * "Guess" over three levels is a third each. "Sure" is nine times of ten: less would not be sure, and 1 would let a single
 * miss outweigh everything else. "Think so" lies between the two (docs/decisions/018).
 */
export const SAID_SHARE: Readonly<Record<Confidence, number>> = { guess: 1 / 3, 'think-so': 0.6, sure: 0.9 };

/** A predicted level, how sure somebody was of it, and the level that was graded. */
export interface JudgedPrediction {
  readonly predicted: Level;
  readonly certainty: Confidence;
  readonly graded: Level;
}

/**
 * Brier score of one prediction over the levels none, half and full: the sum over the levels of (p - o)², where p is the
 * probability given to a level and o is 1 for the level graded and 0 for the others. 0 is certain and right; 2/3 is a
 * guess; 2 would be certain and wrong. Source: G. W. Brier, "Verification of forecasts expressed in terms of probability",
 * Monthly Weather Review 78 (1950), 1-3, in its form for several categories.
 */
export function brierScore({ predicted, certainty, graded }: JudgedPrediction): number {
  const said = SAID_SHARE[certainty];
  const other = (1 - said) / (LevelSchema.options.length - 1);
  return LevelSchema.options.reduce((sum, level) => {
    const distance = (level === predicted ? said : other) - (level === graded ? 1 : 0);
    return sum + distance * distance;
  }, 0);
}

/** Mean Brier score; null of nothing. Every prediction counts alike. */
export function meanBrier(predictions: readonly JudgedPrediction[]): number | null {
  return predictions.length === 0 ? null : mean(predictions.map(brierScore));
}
