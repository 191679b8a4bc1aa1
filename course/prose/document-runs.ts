import { createHash } from 'node:crypto';
import { plainWords, runsOf } from './words';

/** A run of this many words in common with a document is no longer in our own words. */
export const RUN_WORDS = 7;
const HASH_DIGITS = 10;

/** Forty bits of SHA-256: enough to know a run again, too little to read the document from. */
export function runHash(run: string): string {
  return createHash('sha256').update(run).digest('hex').slice(0, HASH_DIGITS);
}

/** The hashes of all runs of a document, sorted. `names` are titles that anybody may write out: runs end at them. */
export function documentHashes(texts: readonly string[], names: readonly string[]): string[] {
  const hashes = texts.flatMap((text) =>
    withoutNames(plainWords(text), names.map(plainWords)).flatMap((words) =>
      [...runsOf(words, RUN_WORDS)].map(({ run }) => runHash(run)),
    ),
  );
  return [...new Set(hashes)].sort();
}

/** The stretches of words between the names. */
function withoutNames(words: readonly string[], names: readonly (readonly string[])[]): string[][] {
  const stretches: string[][] = [[]];
  for (let at = 0; at < words.length; ) {
    const name = names.find((candidate) => candidate.every((word, index) => words[at + index] === word));
    if (name) stretches.push([]);
    else stretches.at(-1)?.push(words[at] ?? '');
    at += name?.length ?? 1;
  }
  return stretches;
}

/** One line of text in the data file: the hashes joined. */
export const joinHashes = (hashes: readonly string[]): string => hashes.join('');

export function splitHashes(joined: string): Set<string> {
  return new Set(joined.match(new RegExp(`.{${HASH_DIGITS}}`, 'g')));
}
