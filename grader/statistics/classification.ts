/** F1 of one class: 2 · hits / (2 · hits + false alarms + misses); 0 where the class neither occurs nor is named. */
function f1(truths: readonly boolean[], named: readonly boolean[], which: boolean): number {
  let [hits, others] = [0, 0];
  for (const [at, truth] of truths.entries()) {
    const isNamed = named[at] === which;
    if (isNamed && truth === which) hits += 1;
    else if (isNamed || truth === which) others += 1;
  }
  return hits + others === 0 ? 0 : (2 * hits) / (2 * hits + others);
}

/** Mean of the F1 of both classes. */
export const macroF1 = (truths: readonly boolean[], named: readonly boolean[]): number =>
  (f1(truths, named, true) + f1(truths, named, false)) / 2;

/** √ mean (x − y)²; 0 without pairs. */
export const rootMeanSquare = (pairs: readonly (readonly [number, number])[]): number =>
  pairs.length === 0 ? 0 : Math.sqrt(pairs.reduce((sum, [x, y]) => sum + (x - y) ** 2, 0) / pairs.length);
