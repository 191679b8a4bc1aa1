import { letterCosine } from './compare';
import type { Statement } from './statement';

/** A graded answer to the question at hand. */
export interface Example {
  readonly statement: Statement;
  readonly score: number;
  readonly isCorrect: boolean;
}

/** Names of what `consult` measures, in order. */
export const NEIGHBOUR_FEATURES = [
  'nearest-right',
  'nearest-wrong',
  'nearest-margin',
  'vote',
  'vote-margin',
  'word-odds',
] as const;

/** Fewest graded answers to a question that are worth asking. */
export const FEWEST_EXAMPLES = 6;

const VOTERS = 8;

function wordCosine(one: Statement, other: Statement, weigh: (key: string) => number): number {
  let [dot, left, right] = [0, 0, 0];
  for (const key of one.keys) {
    const weight = weigh(key) ** 2;
    left += weight;
    if (other.keys.has(key)) dot += weight;
  }
  for (const key of other.keys) right += weigh(key) ** 2;
  return left > 0 && right > 0 ? dot / Math.sqrt(left * right) : 0;
}

/** How much likelier the words of an answer are in right than in wrong answers, on average per word. */
function wordOdds(answer: Statement, examples: readonly Example[]): number {
  const right = examples.filter(({ isCorrect }) => isCorrect);
  const wrong = examples.filter(({ isCorrect }) => !isCorrect);
  const share = (list: readonly Example[], key: string) =>
    (list.filter(({ statement }) => statement.keys.has(key)).length + 0.5) / (list.length + 1);
  let sum = 0;
  for (const key of answer.keys) sum += Math.log(share(right, key) / share(wrong, key));
  return sum / Math.max(4, answer.keys.size);
}

/** Measures an answer against graded answers to the same question, itself not among them. */
export function consult(answer: Statement, examples: readonly Example[], weigh: (key: string) => number): number[] {
  const near = examples
    .map((example) => ({
      ...example,
      likeness:
        0.5 * wordCosine(answer, example.statement, weigh) +
        0.5 * letterCosine(answer.letters, example.statement.letters),
    }))
    .sort((one, other) => other.likeness - one.likeness);
  const right = near.find(({ isCorrect }) => isCorrect)?.likeness ?? 0;
  const wrong = near.find(({ isCorrect }) => !isCorrect)?.likeness ?? 0;
  let [sum, hits, whole] = [0.5 * 0.05, 0.5 * 0.05, 0.05];
  for (const { likeness, score, isCorrect } of near.slice(0, VOTERS)) {
    const weight = likeness ** 4;
    sum += weight * score;
    hits += weight * (isCorrect ? 1 : 0);
    whole += weight;
  }
  return [right, wrong, right - wrong, sum / whole, hits / whole, wordOdds(answer, examples)];
}
