import type { ExcerptPiece } from '@/schemas/search';
import { type Word, wordsOf } from './words';

/** About two lines of a list of results. */
const LENGTH = 180;
/** How much of the text stands before the first word found. */
const LEAD = 40;

/** The stretch of a text that holds most of the words found, with those words marked; its beginning where it holds none. */
export function excerptOf(text: string, found: ReadonlySet<string>): ExcerptPiece[] {
  const words = wordsOf(text);
  const hits = words.filter((word) => found.has(word.text.toLowerCase()));
  const first = hits[richest(hits)]?.start ?? 0;
  const from = startOfWord(words, Math.max(0, first - LEAD));
  const to = endOfWord(words, from + LENGTH, text.length);
  const pieces: ExcerptPiece[] = [];
  const add = (piece: string, isFound: boolean) => {
    if (piece) pieces.push({ text: piece, isFound });
  };
  let at = from;
  for (const { start, text: word } of hits.filter((hit) => hit.start >= from && hit.start + hit.text.length <= to)) {
    add(text.slice(at, start), false);
    add(word, true);
    at = start + word.length;
  }
  add(text.slice(at, to), false);
  return [
    ...(from > 0 ? [{ text: '… ', isFound: false }] : []),
    ...pieces,
    ...(to < text.length ? [{ text: ' …', isFound: false }] : []),
  ];
}

/** The hit from which one excerpt's length reaches the most different words. */
function richest(hits: readonly Word[]): number {
  let best = { index: 0, count: 0 };
  hits.forEach((hit, index) => {
    const reach = new Set<string>();
    for (let next = index; next < hits.length; next += 1) {
      const other = hits[next];
      if (!other || other.start + other.text.length > hit.start + LENGTH - LEAD) break;
      reach.add(other.text.toLowerCase());
    }
    if (reach.size > best.count) best = { index, count: reach.size };
  });
  return best.index;
}

function startOfWord(words: readonly Word[], place: number): number {
  if (place === 0) return 0;
  return words.find(({ start }) => start >= place)?.start ?? 0;
}

function endOfWord(words: readonly Word[], place: number, length: number): number {
  if (place >= length) return length;
  const last = words.findLast(({ start, text }) => start + text.length <= place);
  return last ? last.start + last.text.length : length;
}
