import { vectorIndex } from '../meaning/word-vectors';

/** Whether two words differ by at most `most` letters added, left out, changed or swapped with their neighbour. */
function isNear(one: string, other: string, most: number): boolean {
  if (Math.abs(one.length - other.length) > most) return false;
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row += 1) {
    const now = [row];
    for (let at = 1; at <= other.length; at += 1) {
      const isSame = one[row - 1] === other[at - 1];
      let cost = Math.min((last[at] ?? 0) + 1, (now[at - 1] ?? 0) + 1, (last[at - 1] ?? 0) + (isSame ? 0 : 1));
      if (at > 1 && row > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1])
        cost = Math.min(cost, (before[at - 2] ?? 0) + 1);
      now.push(cost);
    }
    if (Math.min(...now) > most) return false;
    before = last;
    last = now;
  }
  return (last[other.length] ?? 0) <= most;
}

/** One slip in short words, two in long ones. */
const slipsIn = (word: string) => (word.length >= 8 ? 2 : 1);

/**
 * A function that reads a word which is not in the table of words as the one it was probably meant to be: a word of the
 * question or the references that is one slip away. Known words stay as they are.
 */
export function spellingRepair(expected: Iterable<string>): (word: string) => string {
  const candidates = [...new Set(expected)].filter((word) => word.length >= 4 && !word.startsWith('#'));
  const known = new Set(candidates);
  const repaired = new Map<string, string>();
  return (word) => {
    if (word.length < 4 || word.length > 30 || known.has(word) || vectorIndex(word) >= 0) return word;
    const found =
      repaired.get(word) ?? candidates.find((candidate) => isNear(word, candidate, slipsIn(candidate))) ?? word;
    repaired.set(word, found);
    return found;
  };
}
