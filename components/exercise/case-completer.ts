import type { CaseCitation } from '@/schemas/case';
import type { Completer } from '../monaco';

/** A C that begins a word, and up to two digits: enough to mean a case, too little to be anything else. */
const BEGUN = /(?:^|[\s([*_,;:–—])(?<typed>C\d{0,2})$/;

/** How a case's limit reads in a line. */
export const limitWords = (limit: string): string => `Does not show: ${limit}`;

/** Offers the cases whose number begins as typed. `load` is asked only once somebody begins a number. */
export function caseCompleter(load: () => Promise<readonly CaseCitation[]>): Completer {
  return async (before) => {
    const typed = BEGUN.exec(before)?.groups?.typed;
    if (typed === undefined) return { typed: 0, completions: [] };
    // Without the list there is nothing to offer; a number can be typed all the same.
    const cases = await load().catch(() => []);
    return {
      typed: typed.length,
      completions: cases
        .filter(({ id }) => id.startsWith(typed))
        .map(({ id, title, limit }) => ({ insert: id, name: title, detail: limitWords(limit) })),
    };
  };
}
