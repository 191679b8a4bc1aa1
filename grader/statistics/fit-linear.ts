import { round6 } from './bin-rows';
import { logistic } from './fit-logistic';

/** A weighted sum of standardised features: a logit for the logistic loss, else the value. Plain numbers. */
export interface LinearModel {
  readonly bias: number;
  /** Per feature: mean, standard deviation (0 for a constant one, which is left out) and weight. */
  readonly means: readonly number[];
  readonly deviations: readonly number[];
  readonly weights: readonly number[];
}

/** Solves A x = b for a symmetric positive definite A (row-major, overwritten) by Cholesky's decomposition. */
function solve(matrix: Float64Array, right: Float64Array): Float64Array {
  const n = right.length;
  const at = (row: number, column: number) => matrix[row * n + column] ?? 0;
  const x = right.slice();
  for (let column = 0; column < n; column += 1) {
    for (let row = column; row < n; row += 1) {
      let sum = at(row, column);
      for (let inner = 0; inner < column; inner += 1) sum -= at(row, inner) * at(column, inner);
      matrix[row * n + column] = row === column ? Math.sqrt(Math.max(sum, 1e-12)) : sum / at(column, column);
    }
  }
  for (let row = 0; row < n; row += 1) {
    let sum = x[row] ?? 0;
    for (let inner = 0; inner < row; inner += 1) sum -= at(row, inner) * (x[inner] ?? 0);
    x[row] = sum / at(row, row);
  }
  for (let row = n - 1; row >= 0; row -= 1) {
    let sum = x[row] ?? 0;
    for (let inner = row + 1; inner < n; inner += 1) sum -= at(inner, row) * (x[inner] ?? 0);
    x[row] = sum / at(row, row);
  }
  return x;
}

/** Means and standard deviations of the columns. */
function measureColumns(
  rows: readonly (readonly number[])[],
  width: number,
): { means: number[]; deviations: number[] } {
  const means = new Array<number>(width).fill(0);
  const squares = new Array<number>(width).fill(0);
  for (const row of rows) {
    for (let at = 0; at < width; at += 1) {
      means[at] = (means[at] ?? 0) + (row[at] ?? 0) / rows.length;
      squares[at] = (squares[at] ?? 0) + (row[at] ?? 0) ** 2 / rows.length;
    }
  }
  const deviations = squares.map((square, at) => Math.sqrt(Math.max(0, square - (means[at] ?? 0) ** 2)));
  return { means: means.map(round6), deviations: deviations.map((value) => (value < 1e-6 ? 0 : round6(value))) };
}

/** A row as the solver sees it: standardised features behind a constant 1. */
function standardise(row: readonly number[], means: readonly number[], deviations: readonly number[]): Float64Array {
  const out = new Float64Array(means.length + 1);
  out[0] = 1;
  for (let at = 0; at < means.length; at += 1) {
    const deviation = deviations[at] ?? 0;
    out[at + 1] = deviation > 0 ? Math.max(-6, Math.min(6, ((row[at] ?? 0) - (means[at] ?? 0)) / deviation)) : 0;
  }
  return out;
}

/** Slopes and curves of the loss at the present weights, summed over the rows. */
function sumDerivatives(
  rows: readonly Float64Array[],
  targets: readonly number[],
  weights: readonly number[] | undefined,
  model: Float64Array,
  isLogistic: boolean,
): { matrix: Float64Array; slope: Float64Array } {
  const n = model.length;
  const matrix = new Float64Array(n * n);
  const slope = new Float64Array(n);
  for (const [index, row] of rows.entries()) {
    let raw = 0;
    for (let at = 0; at < n; at += 1) raw += (row[at] ?? 0) * (model[at] ?? 0);
    const value = isLogistic ? logistic(raw) : raw;
    const weight = weights?.[index] ?? 1;
    const error = weight * (value - (targets[index] ?? 0));
    const curve = weight * (isLogistic ? Math.max(value * (1 - value), 1e-4) : 1);
    for (let at = 0; at < n; at += 1) {
      const own = row[at] ?? 0;
      slope[at] = (slope[at] ?? 0) + error * own;
      const scaled = curve * own;
      for (let other = 0; other <= at; other += 1)
        matrix[at * n + other] = (matrix[at * n + other] ?? 0) + scaled * (row[other] ?? 0);
    }
  }
  return { matrix, slope };
}

/**
 * Ridge regression (`squared`) or logistic regression (`logistic`, targets from 0 to 1) by Newton's steps on
 * Σ weight · loss + penalty/2 · |weights|², bias unpenalised. Standardises by itself, to ±6 deviations.
 */
export function fitLinear(
  rows: readonly (readonly number[])[],
  targets: readonly number[],
  options: { loss: 'logistic' | 'squared'; penalty: number; weights?: readonly number[] },
): LinearModel {
  const width = rows[0]?.length ?? 0;
  const { means, deviations } = measureColumns(rows, width);
  const ready = rows.map((row) => standardise(row, means, deviations));
  const model = new Float64Array(width + 1);
  const isLogistic = options.loss === 'logistic';
  for (let step = 0; step < (isLogistic ? 7 : 1) && rows.length > 0; step += 1) {
    const { matrix, slope } = sumDerivatives(ready, targets, options.weights, model, isLogistic);
    for (let at = 0; at <= width; at += 1) {
      const penalty = at === 0 ? 1e-6 : options.penalty;
      matrix[at * (width + 1) + at] = (matrix[at * (width + 1) + at] ?? 0) + penalty;
      slope[at] = (slope[at] ?? 0) + penalty * (model[at] ?? 0);
    }
    const change = solve(matrix, slope);
    for (let at = 0; at <= width; at += 1) model[at] = (model[at] ?? 0) - (change[at] ?? 0);
  }
  return { bias: round6(model[0] ?? 0), means, deviations, weights: Array.from(model.subarray(1), round6) };
}

/** The raw score of a row: a logit for the logistic loss, else the value. */
export function predictLinear(model: LinearModel, row: readonly number[]): number {
  const ready = standardise(row, model.means, model.deviations);
  return model.weights.reduce((sum, weight, at) => sum + weight * (ready[at + 1] ?? 0), model.bias);
}
