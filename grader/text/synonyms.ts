import groups from '../data/synonyms.json';
import { wordStems } from './lemmas';

/** Stem of each listed word → the first word of its group. The list is data: grader/data/synonyms.json. */
const canonical = new Map(
  Object.values(groups.groups).flatMap((words) => {
    const stems = wordStems(words);
    const head = stems[0] ?? '';
    return stems.map((stem) => [stem, head] as const);
  }),
);

/** One stem for words that mean the same in this field ("deadline", "date", "calendar"). */
export const canonicalStem = (stem: string): string => canonical.get(stem) ?? stem;
