import { type Bins, binRows, round6 } from './bin-rows';
import { logistic } from './fit-logistic';
import { growTree, type Tree } from './grow-tree';
import { repeatableRandom } from './repeatable-random';

/** A sum of trees over a bias: the raw score, a logit where the loss is logistic. Plain numbers, so it can be stored. */
export interface TreeModel {
  readonly loss: 'logistic' | 'squared';
  readonly bias: number;
  readonly trees: readonly Tree[];
}

/** How trees are fitted. */
export interface TreeOptions {
  /** `logistic` for targets that are chances from 0 to 1 (booleans as 0 and 1), `squared` for any number. */
  readonly loss: 'logistic' | 'squared';
  readonly trees?: number;
  readonly depth?: number;
  readonly shrinkage?: number;
  /** Fewest rows in a leaf. */
  readonly leafRows?: number;
  /** Added to every sum of second derivatives, so that small leaves say little. */
  readonly l2?: number;
  /** Share of the rows, and of the features, that each tree sees. */
  readonly rowShare?: number;
  readonly featureShare?: number;
  readonly seed?: number;
  readonly bins?: number;
  /** One weight a row; all equal where it is left out. */
  readonly weights?: readonly number[];
}

const DEFAULTS = {
  trees: 150,
  depth: 3,
  shrinkage: 0.06,
  leafRows: 15,
  l2: 1,
  rowShare: 1,
  featureShare: 1,
  seed: 1,
  bins: 64,
};

/** The constant that fits best: the mean, as a logit for the logistic loss. */
function biasOf(targets: readonly number[], weights: Float64Array, loss: TreeOptions['loss']): number {
  let sum = 0;
  let total = 0;
  targets.forEach((target, index) => {
    sum += (weights[index] ?? 0) * target;
    total += weights[index] ?? 0;
  });
  if (loss === 'squared') return total > 0 ? sum / total : 0;
  const share = (sum + 0.5) / (total + 1);
  return Math.log(share / (1 - share));
}

/** Numbers 0 … n − 1 of which each is kept with the given chance; all of them where nothing would be left. */
function draw(n: number, share: number, random: () => number): Int32Array {
  const all = Int32Array.from({ length: n }, (_, index) => index);
  if (share >= 1) return all;
  const kept = all.filter(() => random() < share);
  return kept.length > 0 ? kept : all;
}

/** First and second derivatives of the loss at the present scores, times the weights. */
function derive(
  loss: TreeOptions['loss'],
  targets: readonly number[],
  scores: Float64Array,
  weights: Float64Array,
  slopes: Float64Array,
  curves: Float64Array,
): void {
  for (let row = 0; row < scores.length; row += 1) {
    const weight = weights[row] ?? 0;
    const score = scores[row] ?? 0;
    const value = loss === 'logistic' ? logistic(score) : score;
    slopes[row] = weight * (value - (targets[row] ?? 0));
    curves[row] = weight * (loss === 'logistic' ? Math.max(value * (1 - value), 1e-6) : 1);
  }
}

/** Adds a tree's leaves to the scores of all rows, by bins: the same leaves that the values themselves lead to. */
function addTree(tree: Tree, cuts: Int32Array, binned: Bins, scores: Float64Array): void {
  const inner = tree.features.length;
  for (let row = 0; row < scores.length; row += 1) {
    let node = 0;
    while (node < inner) {
      const feature = tree.features[node] ?? -1;
      const goesRight = feature >= 0 && (binned.columns[feature]?.[row] ?? 0) > (cuts[node] ?? 0);
      node = 2 * node + (goesRight ? 2 : 1);
    }
    scores[row] = (scores[row] ?? 0) + (tree.leaves[node - inner] ?? 0);
  }
}

/**
 * Gradient-boosted trees with second-order leaves (Friedman 2001, Annals of Statistics 29:1189; Chen & Guestrin 2016) over
 * quantile bins. Where rows or features are drawn, the draw comes from the stored seed: the same rows give the same bytes.
 */
export function fitTrees(
  rows: readonly (readonly number[])[],
  targets: readonly number[],
  options: TreeOptions,
): TreeModel {
  const settings = { ...DEFAULTS, ...options };
  const random = repeatableRandom(settings.seed);
  const binned = binRows(rows, settings.bins);
  const weights = Float64Array.from(rows, (_, index) => options.weights?.[index] ?? 1);
  const bias = round6(biasOf(targets, weights, settings.loss));
  const scores = new Float64Array(rows.length).fill(bias);
  const slopes = new Float64Array(rows.length);
  const curves = new Float64Array(rows.length);
  const trees: Tree[] = [];
  for (let made = 0; made < settings.trees && rows.length > 0; made += 1) {
    derive(settings.loss, targets, scores, weights, slopes, curves);
    const drawn = draw(rows.length, settings.rowShare, random);
    const features = draw(binned.columns.length, settings.featureShare, random);
    const grown = growTree(binned, { rows: drawn, features, slopes, curves }, settings);
    trees.push(grown.tree);
    addTree(grown.tree, grown.cuts, binned, scores);
  }
  return { loss: settings.loss, bias, trees };
}

/** The raw score of a row: a logit where the loss is logistic (`logistic` turns it into a chance), else the value. */
export function predictTrees(model: TreeModel, row: readonly number[]): number {
  let sum = model.bias;
  for (const tree of model.trees) {
    const inner = tree.features.length;
    let node = 0;
    while (node < inner) {
      const feature = tree.features[node] ?? -1;
      const goesRight = feature >= 0 && (row[feature] ?? 0) > (tree.thresholds[node] ?? 0);
      node = 2 * node + (goesRight ? 2 : 1);
    }
    sum += tree.leaves[node - inner] ?? 0;
  }
  return sum;
}
