import type { Problem } from '../problem';
import documents from './data/documents.json';
import { RUN_WORDS, runHash, splitHashes } from './document-runs';
import type { Passage } from './passage';
import { plainWords, runsOf } from './words';

const SHIPPED = splitHashes(documents.hashes);

/** Wording taken from the two documents that the course judges: it says what they claim in words of its own. */
export function checkOverlap(passages: readonly Passage[], hashes: ReadonlySet<string> = SHIPPED): Problem[] {
  return passages.flatMap(({ file, path, text }) => {
    const words = plainWords(text);
    const starts = [...runsOf(words, RUN_WORDS)].filter(({ run }) => hashes.has(runHash(run))).map(({ at }) => at);
    return joinRuns(starts).map(({ from, to }) => ({
      file,
      path,
      message: `shares ${to - from} words with a source document ("${words.slice(from, to).join(' ')}"), expected our own words, at most ${RUN_WORDS - 1} in a row`,
    }));
  });
}

/** Runs that follow one another are one longer run. */
function joinRuns(starts: readonly number[]): { from: number; to: number }[] {
  const joined: { from: number; to: number }[] = [];
  for (const start of starts) {
    const last = joined.at(-1);
    if (last && start === last.to - RUN_WORDS + 1) last.to += 1;
    else joined.push({ from: start, to: start + RUN_WORDS });
  }
  return joined;
}
