import type { Problem } from '../problem';
import type { Passage } from './passage';
import { sentencesOf } from './sentences';

const MOST_WORDS = 45;

/** Long sentences, wherever text runs on. Tables and quotations are as long as they must be. */
export function checkSentences(passages: readonly Passage[]): Problem[] {
  return passages
    .filter(({ kind }) => kind !== 'cell' && kind !== 'quote')
    .flatMap(({ file, path, text }) =>
      sentencesOf(text).flatMap((sentence) => {
        const count = sentence.split(/\s+/).filter((part) => /[\p{L}\p{N}]/u.test(part)).length;
        if (count <= MOST_WORDS) return [];
        const opening = sentence.split(/\s+/).slice(0, 6).join(' ');
        return [
          {
            file,
            path,
            message: `a sentence of ${count} words ("${opening} …"), expected at most ${MOST_WORDS}; split it`,
          },
        ];
      }),
    );
}
