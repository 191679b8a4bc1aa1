import type { ReadText, ReadUnit } from '../text/read-text';
import { readTerms, type Statement, type Term, toStatement } from './statements';

/** A stretch of the answer that may hold a point: a clause, a sentence, two neighbours, or a whole paragraph. */
export interface Window extends Statement {
  readonly kind: 'clause' | 'sentence' | 'pair' | 'block';
  /** Index of the first unit among the units of the reading. */
  readonly unit: number;
}

const CUT = /[,;:—–()]|\s-\s|\b(?:but|because|so|while|whereas|although|though|and|which|therefore)\b/gi;

/** Fewest terms of a clause, and of what is left behind it. */
const FEWEST = 3;

/** A record has twenty to sixty units; beyond this many, units stand alone. */
const MANY = 300;

interface Read {
  readonly unit: ReadUnit;
  readonly terms: readonly Term[];
}

function clausesOf(text: string, { unit, terms }: Read, index: number): Window[] {
  const cuts = [...text.slice(unit.start, unit.end).matchAll(CUT)].map((match) => unit.start + match.index);
  const clauses: Window[] = [];
  let from = unit.start;
  for (const to of [...cuts, unit.end]) {
    const own = terms.filter((term) => term.start >= from && term.end <= to);
    const rest = terms.filter((term) => term.start >= to);
    const isWhole = to === unit.end || (own.length >= FEWEST && (rest.length >= FEWEST - 1 || rest.length === 0));
    if (!isWhole) continue;
    if (own.length >= FEWEST - 1 && own.length < terms.length)
      clauses.push({ ...toStatement(text, from, to, own), kind: 'clause', unit: index });
    from = to;
  }
  return clauses;
}

/** Paragraphs of three to six sentences. */
function blocksOf(text: string, all: readonly Read[]): Window[] {
  const blocks = [...new Set(all.map(({ unit }) => unit.block))];
  return blocks.flatMap((block): Window[] => {
    const index = all.findIndex(({ unit }) => unit.block === block);
    const own = all.filter(({ unit }) => unit.block === block);
    const [first, last] = [own[0], own.at(-1)];
    if (!first || !last || own.length < 3 || own.length > 6) return [];
    const terms = own.flatMap((one) => one.terms);
    if (terms.length === 0) return [];
    return [{ ...toStatement(text, first.unit.start, last.unit.end, terms), kind: 'block', unit: index }];
  });
}

/** All clauses, sentences and pairs of neighbouring sentences of a text, in order. */
export function readWindows(read: ReadText): Window[] {
  const all: Read[] = read.units.map((unit) => ({ unit, terms: readTerms(read.text, unit) }));
  const isLong = all.length > MANY;
  const short = all.flatMap((one, index): Window[] => {
    const { unit, terms } = one;
    if (terms.length === 0) return [];
    const sentence: Window = { ...toStatement(read.text, unit.start, unit.end, terms), kind: 'sentence', unit: index };
    const next = all[index + 1];
    const pair: Window[] =
      next && next.terms.length > 0
        ? [
            {
              ...toStatement(read.text, unit.start, next.unit.end, [...terms, ...next.terms]),
              kind: 'pair',
              unit: index,
            },
          ]
        : [];
    return isLong ? [sentence] : [sentence, ...clausesOf(read.text, one, index), ...pair];
  });
  return isLong ? short : [...short, ...blocksOf(read.text, all)];
}
