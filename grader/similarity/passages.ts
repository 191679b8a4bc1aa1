import type { AlikePassage } from '@/schemas/review-desk';
import { contentWords, runsOf } from './sketch';

/** Content words in a row from which on a stretch is shown. */
const FEWEST_WORDS = 6;
/** Of a longer stretch the beginning is shown. */
const MOST_WORDS = 40;

/**
 * The longest stretches that two texts have in common, word for word apart from small words, at most `most` of them in
 * the order of the first text. What `given` (the brief) says too is left out. Dynamic programming over the two texts:
 * time and space grow with the product of their lengths, so it is for two texts and not for many.
 */
export function alikePassages(own: string, other: string, given: string, most = 3): AlikePassage[] {
  const known = new Set(runsOf(given));
  const [ours, theirs] = [contentWords(own), contentWords(other)];
  const found: { from: number; length: number; at: number }[] = [];
  let before = new Uint16Array(theirs.length + 1);
  for (let i = 1; i <= ours.length; i += 1) {
    const row = new Uint16Array(theirs.length + 1);
    for (let j = 1; j <= theirs.length; j += 1) {
      if (ours[i - 1]?.folded !== theirs[j - 1]?.folded) continue;
      const length = (before[j - 1] ?? 0) + 1;
      row[j] = length;
      const goesOn = ours[i]?.folded !== undefined && ours[i]?.folded === theirs[j]?.folded;
      if (length >= FEWEST_WORDS && !goesOn) found.push({ from: i - length, length, at: j - length });
    }
    before = row;
  }
  const taken: typeof found = [];
  for (const run of found.sort((a, b) => b.length - a.length || a.from - b.from)) {
    if (taken.length === most) break;
    const overlaps = taken.some(({ from, length }) => run.from < from + length && from < run.from + run.length);
    const words = ours.slice(run.from, run.from + run.length).map(({ folded }) => folded);
    const isGiven = words.slice(0, -2).every((_, index) => known.has(words.slice(index, index + 3).join(' ')));
    if (!overlaps && !isGiven) taken.push(run);
  }
  return taken
    .sort((a, b) => a.from - b.from)
    .map(({ from, length: whole, at }) => {
      const length = Math.min(whole, MOST_WORDS);
      const start = ours[from]?.start ?? 0;
      const end = ours[from + length - 1]?.end ?? start;
      return {
        start,
        end,
        own: own.slice(start, end),
        other: other.slice(theirs[at]?.start ?? 0, theirs[at + length - 1]?.end ?? 0),
      };
    });
}
