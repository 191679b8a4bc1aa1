/** A fitted logistic regression over standardised features. */
export interface Logistic {
  readonly bias: number;
  readonly weights: readonly number[];
}

/** 1 / (1 + e^−x) */
export const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/** bias + weights · features */
export const logit = (model: Logistic, features: readonly number[]): number =>
  features.reduce((sum, value, index) => sum + value * (model.weights[index] ?? 0), model.bias);

/**
 * Logistic regression by gradient descent with momentum on mean log loss + penalty/2 · |weights|², bias unpenalised.
 * `counts` says how often each row counts. No randomness: the same rows give the same weights. Features should be standardised.
 */
export function fitLogistic(
  rows: readonly (readonly number[])[],
  truths: readonly boolean[],
  penalty: number,
  counts: readonly number[] = rows.map(() => 1),
): Logistic {
  const width = rows[0]?.length ?? 0;
  const total = counts.reduce((sum, count) => sum + count, 0);
  let bias = 0;
  let weights = new Array<number>(width).fill(0);
  let biasSpeed = 0;
  let speed = new Array<number>(width).fill(0);
  for (let step = 0; step < 600; step += 1) {
    let biasSlope = 0;
    const slope = weights.map((weight) => penalty * weight);
    rows.forEach((row, index) => {
      const count = (counts[index] ?? 1) / total;
      const error = count * (logistic(logit({ bias, weights }, row)) - (truths[index] ? 1 : 0));
      biasSlope += error;
      row.forEach((value, at) => {
        slope[at] = (slope[at] ?? 0) + error * value;
      });
    });
    biasSpeed = 0.9 * biasSpeed - 0.3 * biasSlope;
    speed = speed.map((value, at) => 0.9 * value - 0.3 * (slope[at] ?? 0));
    bias += biasSpeed;
    weights = weights.map((weight, at) => weight + (speed[at] ?? 0));
  }
  return { bias, weights };
}
