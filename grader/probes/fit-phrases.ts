import { logistic } from '../statistics/fit-logistic';
import { countTexts, type PhraseModel, phrasesOf } from './stance';

/** A phrase must occur in this many texts to be weighed. */
const FEWEST_TEXTS = 4;
const STEPS = 300;

/**
 * Logistic regression over phrases, both kinds counting alike, by gradient descent with momentum. The same texts give
 * the same weights. `penalty` pulls towards zero.
 */
export function fitPhrases(positive: readonly string[], negative: readonly string[], penalty: number): PhraseModel {
  const texts = [...positive, ...negative].map(phrasesOf);
  const known = [...countTexts(texts)].filter(([, count]) => count >= FEWEST_TEXTS).map(([phrase]) => phrase);
  const index = new Map(known.map((phrase, at) => [phrase, at]));
  const rows = texts.map((phrases) => phrases.flatMap((phrase) => index.get(phrase) ?? []));
  const share = (at: number) => (at < positive.length ? 0.5 / positive.length : 0.5 / Math.max(1, negative.length));
  const weights = new Float64Array(known.length);
  const speed = new Float64Array(known.length);
  let [bias, biasSpeed] = [0, 0];
  for (let step = 0; step < STEPS; step += 1) {
    const slope = weights.map((weight) => penalty * weight);
    let biasSlope = 0;
    rows.forEach((row, at) => {
      const scale = row.length === 0 ? 0 : 1 / Math.sqrt(row.length);
      const raw = bias + scale * row.reduce((sum, phrase) => sum + (weights[phrase] ?? 0), 0);
      const error = share(at) * (logistic(raw) - (at < positive.length ? 1 : 0));
      biasSlope += error;
      for (const phrase of row) slope[phrase] = (slope[phrase] ?? 0) + error * scale;
    });
    biasSpeed = 0.9 * biasSpeed - 2 * biasSlope;
    bias += biasSpeed;
    weights.forEach((weight, at) => {
      speed[at] = 0.9 * (speed[at] ?? 0) - 2 * (slope[at] ?? 0);
      weights[at] = weight + (speed[at] ?? 0);
    });
  }
  const rounded = (value: number) => Math.round(value * 1e4) / 1e4;
  const kept = known.flatMap((phrase, at): [string, number][] => {
    const weight = rounded(weights[at] ?? 0);
    return Math.abs(weight) < 0.02 ? [] : [[phrase, weight]];
  });
  return { bias: rounded(bias), weights: Object.fromEntries(kept.sort(([one], [other]) => (one < other ? -1 : 1))) };
}
