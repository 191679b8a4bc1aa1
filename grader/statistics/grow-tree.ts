import { type Bins, round6 } from './bin-rows';

/**
 * A complete binary tree in breadth-first order. A row starts at node 0 and goes from node n to 2n + 2 where its feature
 * exceeds the threshold, else to 2n + 1; a feature of −1 means no split. Behind the inner nodes come the leaves.
 */
export interface Tree {
  readonly features: readonly number[];
  readonly thresholds: readonly number[];
  readonly leaves: readonly number[];
}

/** What one tree may use: rows, features, and the loss's first and second derivatives per row. */
export interface Material {
  readonly rows: Int32Array;
  readonly features: Int32Array;
  readonly slopes: Float64Array;
  readonly curves: Float64Array;
}

interface Limits {
  readonly depth: number;
  readonly leafRows: number;
  readonly l2: number;
  readonly shrinkage: number;
}

/** The best split of a node so far; −1 while there is none. */
interface Split {
  feature: number;
  cut: number;
  gain: number;
}

/** Per node of a level and bin of a feature: count, slopes, curves. */
const FIELDS = 3;

/** Sums of one feature over the nodes of a level; rows whose node is no longer split are summed as well, harmlessly. */
function sumFeature(column: Uint8Array, bins: number, nodes: Int32Array, material: Material, sums: Float64Array): void {
  const { rows, slopes, curves } = material;
  sums.fill(0);
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] ?? 0;
    const cell = ((nodes[row] ?? 0) * bins + (column[row] ?? 0)) * FIELDS;
    sums[cell] = (sums[cell] ?? 0) + 1;
    sums[cell + 1] = (sums[cell + 1] ?? 0) + (slopes[row] ?? 0);
    sums[cell + 2] = (sums[cell + 2] ?? 0) + (curves[row] ?? 0);
  }
}

/** Gain of a split = L²/(HL + λ) + R²/(HR + λ) − G²/(H + λ); keeps the best of a feature in one node. */
function keepBest(sums: Float64Array, from: number, bins: number, feature: number, limits: Limits, best: Split): void {
  const total = [0, 0, 0];
  for (let cell = from; cell < from + bins * FIELDS; cell += 1)
    total[(cell - from) % FIELDS] = (total[(cell - from) % FIELDS] ?? 0) + (sums[cell] ?? 0);
  const [count = 0, slope = 0, curve = 0] = total;
  if (count < 2 * limits.leafRows) return;
  const whole = (slope * slope) / (curve + limits.l2);
  let [leftCount, leftSlope, leftCurve] = [0, 0, 0];
  for (let bin = 0; bin < bins - 1; bin += 1) {
    const cell = from + bin * FIELDS;
    leftCount += sums[cell] ?? 0;
    leftSlope += sums[cell + 1] ?? 0;
    leftCurve += sums[cell + 2] ?? 0;
    if (leftCount < limits.leafRows) continue;
    if (count - leftCount < limits.leafRows) break;
    const right = slope - leftSlope;
    const gain = leftSlope ** 2 / (leftCurve + limits.l2) + right ** 2 / (curve - leftCurve + limits.l2) - whole;
    if (gain > best.gain) Object.assign(best, { feature, cut: bin, gain });
  }
}

/** The best split of each node of a level. */
function splitLevel(binned: Bins, nodes: Int32Array, width: number, material: Material, limits: Limits): Split[] {
  const best = Array.from({ length: width }, (): Split => ({ feature: -1, cut: 0, gain: 1e-9 }));
  const widest = 1 + binned.thresholds.reduce((most, parts) => Math.max(most, parts.length), 0);
  const sums = new Float64Array(width * widest * FIELDS);
  for (const feature of material.features) {
    const column = binned.columns[feature];
    const bins = 1 + (binned.thresholds[feature]?.length ?? 0);
    if (!column || bins < 2) continue;
    const used = sums.subarray(0, width * bins * FIELDS);
    sumFeature(column, bins, nodes, material, used);
    for (const [node, split] of best.entries()) keepBest(used, node * bins * FIELDS, bins, feature, limits, split);
  }
  return best;
}

/** Leaf value = −shrinkage · G / (H + λ) over the drawn rows that reach it. */
function valueLeaves(nodes: Int32Array, material: Material, limits: Limits): number[] {
  const slopes = new Array<number>(2 ** limits.depth).fill(0);
  const curves = new Array<number>(2 ** limits.depth).fill(0);
  for (const row of material.rows) {
    const leaf = nodes[row] ?? 0;
    slopes[leaf] = (slopes[leaf] ?? 0) + (material.slopes[row] ?? 0);
    curves[leaf] = (curves[leaf] ?? 0) + (material.curves[row] ?? 0);
  }
  // "+ 0" turns −0 into 0, which JSON would do as well.
  return slopes.map((slope, leaf) => round6((-limits.shrinkage * slope) / ((curves[leaf] ?? 0) + limits.l2)) + 0);
}

/** Grows one tree level by level, and names the bin at which each node cuts beside the threshold itself. */
export function growTree(binned: Bins, material: Material, limits: Limits): { tree: Tree; cuts: Int32Array } {
  const nodes = new Int32Array(material.slopes.length);
  const splits: Split[] = [];
  for (let level = 0; level < limits.depth; level += 1) {
    const best = splitLevel(binned, nodes, 2 ** level, material, limits);
    splits.push(...best);
    for (const row of material.rows) {
      const node = nodes[row] ?? 0;
      const split = best[node];
      const goesRight = split && split.feature >= 0 && (binned.columns[split.feature]?.[row] ?? 0) > split.cut;
      nodes[row] = 2 * node + (goesRight ? 1 : 0);
    }
  }
  return {
    tree: {
      features: splits.map((split) => split.feature),
      thresholds: splits.map((split) => (split.feature < 0 ? 0 : (binned.thresholds[split.feature]?.[split.cut] ?? 0))),
      leaves: valueLeaves(nodes, material, limits),
    },
    cuts: Int32Array.from(splits, (split) => split.cut),
  };
}
