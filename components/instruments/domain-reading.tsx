import styles from './domain-map.module.css';
import {
  type Domain,
  type Guess,
  guessesOf,
  isGuessed,
  type Key,
  LANGUAGES,
  type Language,
  type Requirement,
  type Row,
  rowsBy,
  type System,
  scoreOf,
  UNGUESSED,
} from './models/domain-map';
import { DOMAINS } from './models/domains';
import { Reading, type TableData } from './reading';

export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { rust: 'Rust', go: 'Go', other: 'another' };

export const REQUIREMENT_NAMES: Readonly<Record<Requirement, string>> = {
  unit: 'cost of a unit',
  place: 'place',
  neighbours: 'neighbours',
  people: 'people',
  design: 'design',
};

interface DomainReadingProps {
  readonly domain: Domain;
  readonly guesses: Readonly<Record<string, Guess>>;
  readonly sorting: Key;
  readonly isTable: boolean;
}

export function DomainReading({ domain, guesses, sorting, isTable }: DomainReadingProps) {
  const judged = DOMAINS.filter(({ id }) => isGuessed(guesses[id] ?? UNGUESSED));
  const rows = rowsBy(sorting, judged, REQUIREMENT_NAMES);
  const guess = guesses[domain.id] ?? UNGUESSED;
  return (
    <>
      <p className={styles.task}>
        <strong>{domain.asked.name}.</strong> {domain.asked.task}
      </p>
      {isGuessed(guess) ? <Reveal domain={domain} guess={guess} /> : null}
      <Reading
        isTable={isTable && rows.length > 0}
        table={toTable(rows, sorting)}
        summary={toSentence(judged, guesses, rows, sorting)}
      >
        {rows.length > 0 ? <Grid rows={rows} /> : null}
      </Reading>
    </>
  );
}

function Reveal({ domain, guess }: { readonly domain: Domain; readonly guess: Guess }) {
  const { asked, counter } = domain;
  const isLanguage = guess.language === asked.language;
  const isRequirement = guess.requirement === asked.requirement;
  return (
    <dl className={styles.reveal}>
      <dt>
        {asked.languageName} {isLanguage ? '(as you said)' : '(not what you said)'}, decided by{' '}
        {REQUIREMENT_NAMES[asked.requirement]} {isRequirement ? '(as you said)' : '(by our reading)'}
      </dt>
      <dd>{asked.reason}</dd>
      <dt>
        Counterexample: {counter.name}, in {counter.languageName} ({REQUIREMENT_NAMES[counter.requirement]})
      </dt>
      <dd>
        {counter.task} {counter.reason}
      </dd>
    </dl>
  );
}

function Grid({ rows }: { readonly rows: readonly Row[] }) {
  return (
    <div className={styles.grid}>
      <p className={styles.corner} aria-hidden="true" />
      {LANGUAGES.map((language) => (
        <p key={language} className={styles.head} data-language={language}>
          <span className={styles.swatch} aria-hidden="true" />
          {LANGUAGE_NAMES[language]}
        </p>
      ))}
      {rows.map((row) => (
        <GridRow key={row.name} row={row} />
      ))}
    </div>
  );
}

function GridRow({ row }: { readonly row: Row }) {
  return (
    <>
      <p className={styles.rowName}>{row.name}</p>
      {LANGUAGES.map((language) => (
        <ul key={language} className={styles.cell} data-language={language}>
          {row.systems[language].map((system) => (
            <li key={system.name}>{label(system)}</li>
          ))}
        </ul>
      ))}
    </>
  );
}

const label = ({ name, language, languageName }: System) => (language === 'other' ? `${name} (${languageName})` : name);

function toSentence(
  judged: readonly Domain[],
  guesses: Readonly<Record<string, Guess>>,
  rows: readonly Row[],
  sorting: Key,
): string {
  if (judged.length === 0) return 'Say which language its makers chose, and what decided, to put it on the map.';
  const { languages, requirements } = scoreOf(DOMAINS, guesses);
  const { hits, all } = guessesOf(rows);
  const known = sorting === 'domain' ? 'the domain' : 'what decided';
  return (
    `Judged: ${judged.length} of ${DOMAINS.length}; right about the language in ${languages}, about what decided in ${requirements}. ` +
    `Somebody who knows only ${known} and guesses the commoner language gets ${hits} of the ${all} systems on the map.`
  );
}

function toTable(rows: readonly Row[], sorting: Key): TableData {
  return {
    caption: sorting === 'domain' ? 'Systems judged so far, by domain' : 'Systems judged so far, by what decided',
    head: [sorting === 'domain' ? 'Domain' : 'What decided', ...LANGUAGES.map((one) => LANGUAGE_NAMES[one]), 'Guessed'],
    words: LANGUAGES.map((one) => LANGUAGE_NAMES[one]),
    rows: rows.map((row) => [
      row.name,
      ...LANGUAGES.map((language) => row.systems[language].map(label).join(', ') || '–'),
      `${row.hits} of ${row.all}`,
    ]),
  };
}
