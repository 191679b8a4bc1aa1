import type { Problem } from '../problem';
import type { Passage } from './passage';
import { plainWords, runsOf } from './words';

/** Two lessons that share this many words in a row tell the same thing twice. */
const RUN_WORDS = 12;

/** The first run of each passage that an earlier lesson holds too. */
export function checkRepeats(passages: readonly Passage[]): Problem[] {
  const first = new Map<string, Passage>();
  return passages.flatMap((passage): Problem[] => {
    const runs = [...runsOf(plainWords(passage.text), RUN_WORDS)].map(({ run }) => run);
    const repeated = runs.find((run) => {
      const earlier = first.get(run);
      return earlier !== undefined && earlier.file !== passage.file;
    });
    const earlier = repeated === undefined ? undefined : first.get(repeated);
    for (const run of runs) if (!first.has(run)) first.set(run, passage);
    if (!earlier) return [];
    const { file, path } = passage;
    return [
      {
        file,
        path,
        message: `repeats ${earlier.file} → ${earlier.path} ("${repeated}"), expected each thing told once`,
      },
    ];
  });
}
