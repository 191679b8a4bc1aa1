import { ROW_FEATURES } from './measure-row';
import type { Statement } from './statement';

/** Words that tie others into a sentence. Note-takers leave many of them out, hardly all of them. */
const TIES = new Set(
  `a an the is are was were be been am of in on at to for from by with and or but it its they them their he his she her i
  you we my your our this that because so if when than as do does did have has had will would could into`.split(/\s+/),
);

const reader = (name: string) => {
  const index = ROW_FEATURES.indexOf(name);
  return (features: readonly number[]) => features[index] ?? 0;
};
const covers = reader('plain-exact');
const keepsTo = reader('plain-precision');
const pairs = reader('pairs');
const flipped = reader('flipped');
const negationDifference = reader('negation-difference');
const given = reader('given-share');
const newWords = reader('new-precision');

/** Terms with nothing to tie them, taken from the question or a reference and not in the reference's order. */
function isTermList({ tokens }: Statement, features: readonly number[]): boolean {
  const ties = tokens.filter(({ entry }) => TIES.has(entry.word)).length;
  if (tokens.length < 2 || ties > tokens.length / 25) return false;
  const isBorrowed = keepsTo(features) >= 0.9 || (newWords(features) >= 0.9 && given(features) > 0);
  return isBorrowed && pairs(features) < (tokens.length - 1) * 0.06;
}

/** The words of a reference in an order that makes no sentence. */
const isShuffle = ({ tokens }: Statement, features: readonly number[]): boolean =>
  tokens.length >= 5 && covers(features) >= 0.9 && keepsTo(features) >= 0.9 && pairs(features) < 0.2;

/** A reference nearly word for word, with a negation more or less. */
const isDenial = ({ tokens }: Statement, features: readonly number[]): boolean =>
  tokens.length >= 3 &&
  covers(features) >= 0.85 &&
  keepsTo(features) >= 0.75 &&
  pairs(features) >= 0.5 &&
  negationDifference(features) === 1 &&
  flipped(features) > 0.03;

/** Whether an answer has a reference's words without its sense: a list of terms, a shuffled sentence, or its denial. */
export const showsNoMeaning = (answer: Statement, features: readonly number[]): boolean =>
  isTermList(answer, features) || isShuffle(answer, features) || isDenial(answer, features);
