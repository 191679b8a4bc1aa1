import type { Problem } from '../problem';
import filler from './data/filler.json';
import type { Passage } from './passage';

const PHRASES = filler.map(({ phrase, instead }) => ({
  instead,
  pattern: new RegExp(`(?<![\\p{L}\\p{N}-])${phrase}(?![\\p{L}\\p{N}-])`, 'iu'),
}));

/** Words that say nothing, and exclamation marks. What stands in quotation marks is somebody else's. */
export function checkFiller(passages: readonly Passage[]): Problem[] {
  return passages.flatMap(({ file, path, kind, text }): Problem[] => {
    if (kind === 'quote') return [];
    const own = withoutQuotations(text.replaceAll('’', "'"));
    const found = PHRASES.flatMap(({ pattern, instead }): Problem[] => {
      const hit = pattern.exec(own);
      return hit ? [{ file, path, message: `says "${hit[0]}", expected none of it (${instead})` }] : [];
    });
    const shout = /[\p{L}\p{N}]+[!](?=\s|$)/u.exec(own);
    return shout ? [...found, { file, path, message: `says "${shout[0]}", expected no exclamation mark` }] : found;
  });
}

/** Quotations, and code of one line between backticks. */
function withoutQuotations(text: string): string {
  return text.replace(/“[^”]*”|"[^"]*"|`[^`]*`/g, '…');
}
