import type { ExchangeTable, NumberExchange } from '@/schemas/variant';
import { type NumberToken, readNumberTokens } from './number-tokens';
import { writeNumber } from './write-number';

/** A stretch of a text that is told otherwise. Offsets are UTF-16 code units of the text before. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The figure, or null for a phrase. */
  readonly id: string | null;
}

/** Units that measure the same thing, each in the smallest of them. */
const DIMENSIONS: readonly Readonly<Record<string, number>>[] = [
  {
    us: 1,
    µs: 1,
    ms: 1e3,
    msec: 1e3,
    millisecond: 1e3,
    milliseconds: 1e3,
    s: 1e6,
    sec: 1e6,
    secs: 1e6,
    second: 1e6,
    seconds: 1e6,
    min: 6e7,
    minute: 6e7,
    minutes: 6e7,
  },
  { KB: 1, kB: 1, MB: 1e3, GB: 1e6, TB: 1e9 },
  { KiB: 1, MiB: 1024, GiB: 1024 ** 2, TiB: 1024 ** 3 },
];

/** A coarser rounding than "1.1" for 1.077 is more likely another number. */
const COARSEST = 0.025;

/** How near a word of `with` has to be, in characters. */
const NEAR = 44;

/** By what the written number is multiplied to be read in the unit of the exchange; null where it measures something else. */
function scaleFor({ unit }: NumberExchange, token: NumberToken): number | null {
  if (unit === '%') return token.isPercent ? 1 : token.value < 1 && !token.isWord ? 100 : null;
  if (token.isPercent) return null;
  const dimension = unit === null ? undefined : DIMENSIONS.find((units) => units[unit] !== undefined);
  const own = dimension?.[token.next];
  return dimension && unit && own !== undefined ? own / (dimension[unit] ?? own) : 1;
}

/** Words by their beginnings, so that "request" is found in "requests"; a sign such as $ anywhere. */
function isNear(text: string, token: NumberToken, words: readonly string[]): boolean {
  const before =
    text
      .slice(Math.max(0, token.start - NEAR), token.start)
      .split('\n\n')
      .at(-1) ?? '';
  const after = text.slice(token.end, token.end + NEAR).split('\n\n')[0] ?? '';
  const around = `${before} ${after}`.replace(/\s+/g, ' ').toLowerCase();
  return words.some((word) => {
    const wanted = word.toLowerCase();
    if (!/^\p{L}/u.test(wanted)) return around.includes(wanted);
    for (let at = around.indexOf(wanted); at >= 0; at = around.indexOf(wanted, at + 1))
      if (at === 0 || !/\p{L}/u.test(around.charAt(at - 1))) return true;
    return false;
  });
}

interface Match {
  readonly exchange: NumberExchange;
  readonly scale: number;
  readonly off: number;
}

/** A number stands for a value that it equals; for the result of a sum also where it is that result rounded. */
function matchOf(exchange: NumberExchange, token: NumberToken): Match | null {
  const scale = scaleFor(exchange, token);
  if (scale === null) return null;
  const off = Math.abs(token.value * scale - exchange.from);
  if (off <= 1e-9 * exchange.from) return { exchange, scale, off: 0 };
  const isRounding =
    token.significant >= 2 && off <= 0.500001 * token.step * token.factor * scale && off <= COARSEST * exchange.from;
  return exchange.isDerived && !token.isWord && isRounding ? { exchange, scale, off: off / exchange.from } : null;
}

/** Of several figures that a number may be: the one named beside it, then the nearest. */
function bestMatch(text: string, token: NumberToken, numbers: readonly NumberExchange[]): Match | null {
  const found = numbers.flatMap((exchange) => {
    const match = matchOf(exchange, token);
    return match && (exchange.with === null || isNear(text, token, exchange.with)) ? [match] : [];
  });
  const rank = ({ exchange, off }: Match) => (off === 0 ? 0 : 2 + off) + (exchange.with === null ? 1 : 0);
  return found.sort((one, other) => rank(one) - rank(other))[0] ?? null;
}

const isWordSign = (sign: string | undefined) => sign !== undefined && /[\p{L}\d]/u.test(sign);

/** Where the words end that begin at a place, with any white space between them; null where they do not stand there. */
function endOfWords(text: string, at: number, words: readonly string[]): number | null {
  let end = at;
  for (const [index, word] of words.entries()) {
    const start = end;
    while (index > 0 && /\s/.test(text.charAt(end))) end += 1;
    if ((index > 0 && end === start) || !text.startsWith(word, end)) return null;
    end += word.length;
  }
  return isWordSign(text[at - 1]) || isWordSign(text[end]) ? null : end;
}

/** Where words stand in a text, whatever the case and the white space between them. */
export function findWords(text: string, words: string): { start: number; end: number }[] {
  const lower = text.toLowerCase();
  // A few capitals have longer small letters; such a text is searched as it stands, so that places stay true.
  const searched = lower.length === text.length ? lower : text;
  const wanted = words.toLowerCase().trim().split(/\s+/);
  const [first = ''] = wanted;
  const found: { start: number; end: number }[] = [];
  for (let at = searched.indexOf(first); at >= 0; at = searched.indexOf(first, at + 1)) {
    const end = endOfWords(searched, at, wanted);
    if (end !== null) found.push({ start: at, end });
  }
  return found;
}

function likeCase(text: string, original: string): string {
  return /^\p{Lu}/u.test(original) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

const overlaps = (one: { start: number; end: number }, other: { start: number; end: number }) =>
  one.start < other.end && other.start < one.end;

function phraseEdits(
  text: string,
  { phrases, keeps }: ExchangeTable,
): { edits: Edit[]; kept: Omit<Edit, 'text' | 'id'>[] } {
  const kept = keeps.flatMap((words) => findWords(text, words));
  const edits: Edit[] = [];
  for (const { from, to } of phrases)
    for (const { start, end } of findWords(text, from))
      if (![...edits, ...kept].some((other) => overlaps(other, { start, end })))
        edits.push({ start, end, text: likeCase(to, text.slice(start, end)), id: null });
  return { edits, kept };
}

/** What changes in a text when its figures are exchanged, in order of appearance. */
export function findEdits(text: string, table: ExchangeTable): Edit[] {
  const { edits, kept } = phraseEdits(text, table);
  const taken = [...edits, ...kept];
  for (const token of readNumberTokens(text)) {
    if (taken.some((other) => overlaps(other, token))) continue;
    const match = bestMatch(text, token, table.numbers);
    if (!match) continue;
    const { exchange, scale, off } = match;
    const manner = off > 0 ? 'rounded' : exchange.isDerived ? 'result' : 'exact';
    const written = writeNumber(exchange.to / scale, token, manner, text.slice(token.start, token.end));
    edits.push({ start: token.start, end: token.end, text: written, id: exchange.id });
  }
  return edits.sort((one, other) => one.start - other.start);
}

/** The text after edits, which lie in order and do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let at = 0;
  const parts: string[] = [];
  for (const edit of edits) {
    parts.push(text.slice(at, edit.start), edit.text);
    at = edit.end;
  }
  return parts.join('') + text.slice(at);
}

/** The same text told with the other figures. */
export function exchangeNumbers(text: string, table: ExchangeTable): string {
  return applyEdits(text, findEdits(text, table));
}
