import type { Evidence } from '@/schemas/grade';
import type { Scenario } from '@/schemas/scenario';
import { type KeyedWord, type ReadText, readText } from '../text/read-text';

/** A clause that says in which language a component, or everything, is to be built. */
export interface Statement {
  readonly language: 'rust' | 'go';
  /** Component ids named in the clause; all of them where it speaks of everything. */
  readonly components: readonly string[];
  readonly evidence: Evidence;
}

const DECIDING = [
  'recommend',
  'choose',
  'chose',
  'choice',
  'decision',
  'decide',
  'propose',
  'pick',
  'written',
  'write',
  'build',
  'built',
  'implement',
  'prefer',
  'go with',
  'stay',
  'keep',
  'remain',
  'should be',
  'will be',
  'goes',
  'is in',
  'are in',
  'for the',
  'points to',
];

/** Conditions, comparisons and other people's views: the sentence does not say what the writer would do. */
const OPEN = [
  ' if ',
  ' unless',
  ' once ',
  ' when ',
  'could',
  'might',
  'back to',
  'instead of',
  'rather than',
  'would have',
  'author',
  'the lead',
  'slide',
  'wants',
  'wrote',
  'says',
  ' they ',
  '?',
  ' than ',
  'rewrit',
  ' moved',
  ' case',
];

const EVERYTHING = [
  'everything',
  'whole thing',
  'whole system',
  'throughout',
  'all parts',
  'all components',
  'across the board',
];

const has = (text: string, phrases: readonly string[]) => phrases.some((phrase) => text.includes(phrase));

/** Words that tell one component from the others of its scenario. */
function tellingKeys(scenario: Scenario): ReadonlyMap<string, ReadonlySet<string>> {
  const keys = scenario.components.map(({ id, name }) => {
    const words = readText(name).units.flatMap((unit) =>
      unit.words.filter((word) => word.isContent).map((word) => word.key),
    );
    return [id, new Set(words)] as const;
  });
  return new Map(
    keys.map(([id, own]) => [
      id,
      new Set([...own].filter((key) => keys.every(([other, theirs]) => other === id || !theirs.has(key)))),
    ]),
  );
}

/** The one language that a clause names without negation. "Go" counts with a capital only: the verb does not. */
function namedLanguage(text: string, words: readonly KeyedWord[]): 'rust' | 'go' | null {
  const named = words.filter(
    (word) => word.folded === 'rust' || word.folded === 'golang' || text.slice(word.start, word.end) === 'Go',
  );
  const languages = new Set(named.map((word) => (word.folded === 'rust' ? 'rust' : 'go')));
  const [only] = languages;
  return languages.size === 1 && only !== undefined && words.every((word) => !word.isNegation) ? only : null;
}

/** Words of a unit, cut where a clause ends: at commas and at words that turn to something else. */
function splitClauses(text: string, words: readonly KeyedWord[]): KeyedWord[][] {
  const clauses: KeyedWord[][] = [];
  let last: KeyedWord | undefined;
  for (const word of words) {
    const turns = ['while', 'whereas', 'but', 'and', 'although'].includes(word.folded);
    const isCut = last !== undefined && /[,:()—–]/.test(text.slice(last.end, word.start));
    const open = clauses.at(-1);
    if (open && !turns && !isCut) open.push(word);
    else clauses.push([word]);
    last = word;
  }
  return clauses;
}

function toStatement(
  text: string,
  clause: readonly KeyedWord[],
  telling: ReadonlyMap<string, ReadonlySet<string>>,
): Statement[] {
  const [first, last] = [clause[0], clause.at(-1)];
  const language = namedLanguage(text, clause);
  if (!first || !last || language === null) return [];
  const quote = text.slice(first.start, last.end);
  const lowered = ` ${quote.toLowerCase()} `;
  if (!has(lowered, DECIDING)) return [];
  const keys = new Set(clause.map((word) => word.key));
  const named = [...telling].filter(([, own]) => [...own].some((key) => keys.has(key))).map(([id]) => id);
  const components = has(lowered, EVERYTHING) ? [...telling.keys()] : named.length === 1 ? named : [];
  return components.length === 0
    ? []
    : [{ language, components, evidence: { start: first.start, end: last.end, quote } }];
}

/** What the prose says it would build in Rust or Go. Careful rather than complete: an unclear clause says nothing. */
export function readStatements(scenario: Scenario, read: ReadText): Statement[] {
  const telling = tellingKeys(scenario);
  return read.units.flatMap((unit) => {
    const lowered = ` ${read.text.slice(unit.start, unit.end).toLowerCase()} `;
    if (has(lowered, OPEN)) return [];
    return splitClauses(read.text, unit.words).flatMap((clause) => toStatement(read.text, clause, telling));
  });
}
