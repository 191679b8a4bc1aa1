/** Lower triangle of a symmetric positive matrix (Cholesky), as rows of `size` numbers. */
function factorise(matrix: Float64Array, size: number): Float64Array {
  const lower = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column <= row; column += 1) {
      let sum = matrix[row * size + column] ?? 0;
      for (let at = 0; at < column; at += 1) sum -= (lower[row * size + at] ?? 0) * (lower[column * size + at] ?? 0);
      lower[row * size + column] = row === column ? Math.sqrt(sum) : sum / (lower[column * size + column] ?? 1);
    }
  return lower;
}

/** Solves lower · lowerᵀ · x = right. */
function solve(lower: Float64Array, size: number, right: Float64Array): Float64Array {
  const x = Float64Array.from(right);
  for (let row = 0; row < size; row += 1) {
    let sum = x[row] ?? 0;
    for (let at = 0; at < row; at += 1) sum -= (lower[row * size + at] ?? 0) * (x[at] ?? 0);
    x[row] = sum / (lower[row * size + row] ?? 1);
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    let sum = x[row] ?? 0;
    for (let at = row + 1; at < size; at += 1) sum -= (lower[at * size + row] ?? 0) * (x[at] ?? 0);
    x[row] = sum / (lower[row * size + row] ?? 1);
  }
  return x;
}

/** A straight line through space: value = bias + weights · place. */
export interface Line {
  readonly bias: number;
  readonly weights: Float64Array;
}

/**
 * Ridge regression of several targets on the same places (Hoerl and Kennard 1970, Technometrics 12:55); the bias is not
 * penalised. `penalty` is added to the diagonal of the centred scatter matrix.
 */
export function solveRidge(
  places: readonly Float64Array[],
  targets: readonly (readonly number[])[],
  penalty: number,
): Line[] {
  const size = places[0]?.length ?? 0;
  const rows = places.length || 1;
  const middle = new Float64Array(size);
  for (const place of places)
    for (let at = 0; at < size; at += 1) middle[at] = (middle[at] ?? 0) + (place[at] ?? 0) / rows;
  const centred = places.map((place) => place.map((value, at) => value - (middle[at] ?? 0)));
  const scatter = new Float64Array(size * size);
  for (const place of centred)
    for (let row = 0; row < size; row += 1) {
      const value = place[row] ?? 0;
      for (let column = 0; column <= row; column += 1)
        scatter[row * size + column] = (scatter[row * size + column] ?? 0) + value * (place[column] ?? 0);
    }
  for (let at = 0; at < size; at += 1) scatter[at * size + at] = (scatter[at * size + at] ?? 0) + penalty;
  const lower = factorise(scatter, size);
  return targets.map((target) => {
    const mean = target.reduce((sum, value) => sum + value, 0) / rows;
    const right = new Float64Array(size);
    centred.forEach((place, row) => {
      const gap = (target[row] ?? 0) - mean;
      for (let at = 0; at < size; at += 1) right[at] = (right[at] ?? 0) + gap * (place[at] ?? 0);
    });
    const weights = solve(lower, size, right);
    return { weights, bias: mean - weights.reduce((sum, weight, at) => sum + weight * (middle[at] ?? 0), 0) };
  });
}

/** The line's value at a place. */
export function valueAt({ bias, weights }: Line, place: Float64Array): number {
  let value = bias;
  for (let at = 0; at < weights.length; at += 1) value += (weights[at] ?? 0) * (place[at] ?? 0);
  return value;
}
