/** What decided, as far as the makers said so. The order is that of the lesson. */
export const REQUIREMENTS = ['unit', 'place', 'neighbours', 'people', 'design'] as const;
export type Requirement = (typeof REQUIREMENTS)[number];

export const LANGUAGES = ['rust', 'go', 'other'] as const;
export type Language = (typeof LANGUAGES)[number];

export interface System {
  readonly name: string;
  readonly task: string;
  readonly language: Language;
  /** For a third language: which. */
  readonly languageName: string;
  readonly requirement: Requirement;
  readonly reason: string;
}

/** Two real systems of one domain; the first is the one the reader judges. */
export interface Domain {
  readonly id: string;
  readonly name: string;
  readonly asked: System;
  readonly counter: System;
}

export type Key = 'domain' | 'requirement';

export interface Row {
  readonly name: string;
  readonly systems: Readonly<Record<Language, readonly System[]>>;
  /** The commoner language of the row gets this many right out of `all`. */
  readonly hits: number;
  readonly all: number;
}

const NONE: readonly System[] = [];

function toRow(name: string, systems: readonly System[]): Row {
  const of = (language: Language) => systems.filter((system) => system.language === language);
  const byLanguage = { rust: of('rust'), go: of('go'), other: of('other') };
  return {
    name,
    systems: byLanguage,
    hits: Math.max(...LANGUAGES.map((language) => (byLanguage[language] ?? NONE).length)),
    all: systems.length,
  };
}

/** The same systems, sorted into rows by the one thing that is known about each. Empty rows are left out. */
export function rowsBy(
  key: Key,
  domains: readonly Domain[],
  names: Readonly<Record<Requirement, string>>,
): readonly Row[] {
  if (key === 'domain') return domains.map(({ name, asked, counter }) => toRow(name, [asked, counter]));
  const systems = domains.flatMap(({ asked, counter }) => [asked, counter]);
  return REQUIREMENTS.map((requirement) =>
    toRow(
      names[requirement],
      systems.filter((system) => system.requirement === requirement),
    ),
  ).filter(({ all }) => all > 0);
}

/** How many languages somebody gets right who knows the row and always guesses its commoner language. */
export function guessesOf(rows: readonly Row[]): { readonly hits: number; readonly all: number } {
  return {
    hits: rows.reduce((sum, row) => sum + row.hits, 0),
    all: rows.reduce((sum, row) => sum + row.all, 0),
  };
}

export interface Guess {
  readonly language: Language | null;
  readonly requirement: Requirement | null;
}

export const UNGUESSED: Guess = { language: null, requirement: null };

export const isGuessed = ({ language, requirement }: Guess) => language !== null && requirement !== null;

export interface Score {
  readonly judged: number;
  readonly languages: number;
  readonly requirements: number;
}

export function scoreOf(domains: readonly Domain[], guesses: Readonly<Record<string, Guess>>): Score {
  const judged = domains.filter(({ id }) => isGuessed(guesses[id] ?? UNGUESSED));
  return {
    judged: judged.length,
    languages: judged.filter(({ id, asked }) => guesses[id]?.language === asked.language).length,
    requirements: judged.filter(({ id, asked }) => guesses[id]?.requirement === asked.requirement).length,
  };
}
