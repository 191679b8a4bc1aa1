import { readingMinutes } from '@/grader/estimate-minutes';
import { countWords } from './count-words';
import type { MdxContents } from './inspect-mdx';
import { KNOWN_COMPONENTS, READ_COMPONENTS } from './known-components';

/** Minutes to read a lesson, from what its text holds. */
export function estimateReading({ prose, parts, claims, cases, listings }: MdxContents): number {
  const isInstrument = (part: string) => KNOWN_COMPONENTS.includes(part) && !READ_COMPONENTS.includes(part);
  return readingMinutes({
    words: countWords(prose),
    instruments: parts.filter(isInstrument).length,
    checkpoints: parts.filter((part) => part === 'Checkpoint').length,
    claims: claims.length,
    cases: cases.length,
    listingLines: listings.reduce((sum, lines) => sum + lines, 0),
  });
}
