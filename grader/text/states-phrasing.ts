import { standsFor } from './numbers';
import { contentKeys, type ReadUnit, readText } from './read-text';

interface Asked {
  readonly text: string;
  /** One wording of the statement that is looked for. */
  readonly phrasing: string;
  /** Text the writer was given, such as the stem: its words prove little. */
  readonly known: string;
}

/** Share of a phrasing's weight that a passage must cover, and the weight of a word that was given. */
const SHARE_NEEDED = 0.6;
const KNOWN_WEIGHT = 0.35;
const NUMBER_WEIGHT = 2;

const isNegated = (units: readonly ReadUnit[]) =>
  units.flatMap((unit) => unit.words).filter((word) => word.isNegation).length % 2 === 1;

/** Weighted share of the phrasing's words and numbers that a passage holds. */
function coverage(passage: readonly ReadUnit[], phrasing: readonly ReadUnit[], known: ReadonlySet<string>): number {
  const said = new Set(passage.flatMap((unit) => unit.words.map((word) => word.key)));
  const figures = passage.flatMap((unit) => unit.numbers);
  const words = [
    ...new Set(phrasing.flatMap((unit) => unit.words.filter((word) => word.isContent).map((word) => word.key))),
  ].map((key) => ({ weight: known.has(key) ? KNOWN_WEIGHT : 1, isSaid: said.has(key) }));
  const numbers = phrasing
    .flatMap((unit) => unit.numbers)
    .map((number) => ({
      weight: NUMBER_WEIGHT,
      isSaid: figures.some((figure) => number.values.some((value) => standsFor(figure, value))),
    }));
  const all = [...words, ...numbers];
  const total = all.reduce((sum, part) => sum + part.weight, 0);
  return total === 0 ? 0 : all.reduce((sum, part) => sum + (part.isSaid ? part.weight : 0), 0) / total;
}

/**
 * Whether one or two neighbouring sentences of a text say what a phrasing says: enough of its words and numbers, and
 * negated where the phrasing is negated. For short answers of a sentence or two.
 */
export function statesPhrasing({ text, phrasing, known }: Asked): boolean {
  const units = readText(text).units;
  const wanted = readText(phrasing).units;
  const given = contentKeys(readText(known));
  const passages = units.flatMap((unit, index) => [[unit], units.slice(index, index + 2)]);
  return passages.some(
    (passage) => isNegated(passage) === isNegated(wanted) && coverage(passage, wanted, given) >= SHARE_NEEDED,
  );
}
