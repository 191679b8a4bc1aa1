import { readNumbers } from '../text/numbers';
import { splitUnits } from '../text/units';
import { splitWords } from '../text/words';
import type { Entry, Lexicon } from './lexicon';

/** A word or number of a statement. */
export interface Token {
  readonly entry: Entry;
  readonly isNegated: boolean;
  readonly number: number | null;
  /** Index of the clause it stands in. */
  readonly clause: number;
}

/** A text as the matcher compares it. */
export interface Statement {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly keys: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
  readonly negations: number;
  /** How often each run of three characters occurs. */
  readonly letters: ReadonlyMap<string, number>;
}

/** Words behind a negation that it reaches. */
const REACH = 5;
const CLAUSE_END = /[,;:—–()]|\s-\s/;
const CLAUSE_WORD = new Set('but because so while whereas although though however which therefore since'.split(' '));
const NOT_PREFIXED = new Set(
  'unless until under union unity uncle unique unit units uniform universe understand'.split(' '),
);

/** "unequal" is "equal", negated; "disconnected" is "connected", negated. */
function withoutPrefix(word: string): string | null {
  if (NOT_PREFIXED.has(word)) return null;
  if (/^un[a-z]{5,}$/.test(word) && !word.startsWith('under')) return word.slice(2);
  if (/^disconnect/.test(word)) return word.slice(3);
  if (/^in(?:complete|correct|active|accurate|visible|sufficient|dependent)/.test(word)) return word.slice(2);
  if (/^im(?:possible|proper|perfect)/.test(word)) return word.slice(2);
  return null;
}

/** Counts of runs of three characters, word boundaries included. */
export function countLetters(text: string): Map<string, number> {
  const plain = ` ${text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()} `;
  const counts = new Map<string, number>();
  for (let at = 0; at + 3 <= plain.length; at += 1) {
    const run = plain.slice(at, at + 3);
    counts.set(run, (counts.get(run) ?? 0) + 1);
  }
  return counts;
}

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly word: string;
  readonly isNegation: boolean;
  readonly number: number | null;
}

/** Words and digits of a stretch in order; number words stay words, so that "two" still meets "two". */
function readPieces(text: string, start: number, end: number): Piece[] {
  const digits = readNumbers(text, start, end).filter(({ start: from }) => /\d/.test(text.charAt(from)));
  const numbers = digits.map((found) => ({
    start: found.start,
    end: found.end,
    word: `#${found.values[0] ?? 0}`,
    isNegation: false,
    number: found.values[0] ?? 0,
  }));
  const words = splitWords(text, start, end)
    .filter((word) => !numbers.some((found) => word.start < found.end && word.end > found.start))
    .map((word) => ({
      start: word.start,
      end: word.end,
      word: word.folded,
      isNegation: word.isNegation,
      number: null,
    }));
  return [...numbers, ...words].sort((one, other) => one.start - other.start);
}

/** Reads a text into tokens; `repair` may replace a misspelt word. */
export function readStatement(
  text: string,
  lexicon: Lexicon,
  repair: (word: string) => string = (word) => word,
): Statement {
  const tokens: Token[] = [];
  let clause = -1;
  let negations = 0;
  for (const unit of splitUnits(text)) {
    clause += 1;
    let reach = 0;
    let last = unit.start;
    for (const piece of readPieces(text, unit.start, unit.end)) {
      if (CLAUSE_END.test(text.slice(last, piece.start)) || CLAUSE_WORD.has(piece.word)) {
        reach = 0;
        clause += 1;
      }
      last = piece.end;
      if (piece.isNegation) {
        negations += 1;
        reach = REACH;
      }
      const repaired = piece.number === null ? repair(piece.word) : piece.word;
      const bare = piece.number === null ? withoutPrefix(repaired) : null;
      const isKnown = bare !== null && lexicon.entry(bare).vector >= 0;
      const entry = lexicon.entry(isKnown ? bare : repaired);
      if (isKnown) negations += 1;
      tokens.push({ entry, isNegated: reach > 0 !== isKnown, number: piece.number, clause: Math.max(0, clause) });
      if (reach > 0 && entry.weight > 0.25) reach -= 1;
    }
  }
  return {
    text,
    tokens,
    keys: new Set(tokens.map((token) => token.entry.key)),
    words: new Set(tokens.map((token) => token.entry.word)),
    negations,
    letters: countLetters(text),
  };
}
