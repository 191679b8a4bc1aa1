import styles from './contradiction-board.module.css';
import {
  type Contact,
  contactOf,
  countCollisions,
  isJudged,
  type Judgement,
  type Judgements,
  type Pair,
  type Reading as PairReading,
  standingOf,
  tallyOf,
  UNJUDGED,
} from './models/contradiction-board';
import { PAIRS } from './models/contradiction-pairs';
import { Reading, type TableData } from './reading';

export const READINGS: Readonly<Record<PairReading, string>> = {
  subject: 'different subject',
  condition: 'different condition',
  measure: 'different measure',
  conflict: 'real conflict',
};

const CONTACTS: Readonly<Record<Contact, { glyph: string; word: string }>> = {
  collide: { glyph: '≠', word: 'collide' },
  agree: { glyph: '=', word: 'agree' },
  one: { glyph: '–', word: 'only one speaks' },
  none: { glyph: '○', word: 'neither speaks' },
};

const STANDINGS = {
  open: { glyph: '○', word: 'not judged' },
  same: { glyph: '●', word: 'as we read it' },
  other: { glyph: '◐', word: 'read differently' },
} as const;

const SILENT = 'says nothing';

interface BoardReadingProps {
  readonly pair: Pair;
  readonly judgement: Judgement;
  readonly judgements: Judgements;
  readonly isTable: boolean;
}

export function BoardReading({ pair, judgement, judgements, isTable }: BoardReadingProps) {
  const isOpen = isJudged(judgement);
  return (
    <>
      <div className={styles.statements}>
        <Statement order="First" text={pair.first.text} claim={pair.first.claim} />
        <Statement order="Second" text={pair.second.text} claim={pair.second.claim} />
      </div>
      <Reading isTable={isTable && isOpen} table={toTable(pair)} summary={toSentence(pair, judgement, judgements)}>
        {isOpen ? <Cases pair={pair} /> : null}
      </Reading>
      {isOpen ? <Resolution pair={pair} /> : null}
      <Standings judgements={judgements} />
    </>
  );
}

function Statement({ order, text, claim }: { readonly order: string; readonly text: string; readonly claim: string }) {
  return (
    <blockquote className={styles.statement}>
      <p className={styles.order}>
        {order} <span className={styles.claim}>{claim}</span>
      </p>
      <p>{text}</p>
    </blockquote>
  );
}

function Cases({ pair }: { readonly pair: Pair }) {
  return (
    <ul className={styles.cases}>
      {pair.cases.map((one) => {
        const contact = contactOf(one);
        return (
          <li key={one.situation} className={styles.case} data-contact={contact}>
            <p className={styles.situation}>{one.situation}</p>
            <p className={styles.says} data-silent={one.first === null || undefined}>
              {one.first ?? SILENT}
            </p>
            <p className={styles.contact}>
              <span aria-hidden="true">{CONTACTS[contact].glyph}</span> {CONTACTS[contact].word}
            </p>
            <p className={styles.says} data-silent={one.second === null || undefined}>
              {one.second ?? SILENT}
            </p>
          </li>
        );
      })}
    </ul>
  );
}

function Resolution({ pair }: { readonly pair: Pair }) {
  return (
    <dl className={styles.resolution}>
      <dt>Our reading: {READINGS[pair.reading]}</dt>
      <dd>{pair.why}</dd>
      <dt>What to write down</dt>
      <dd>{pair.fix}</dd>
      <dt>A sentence that could fail</dt>
      <dd>{pair.testable}</dd>
    </dl>
  );
}

function Standings({ judgements }: { readonly judgements: Judgements }) {
  return (
    <ul className={styles.standings} aria-label="The nine pairs">
      {PAIRS.map((pair) => {
        const { glyph, word } = STANDINGS[standingOf(pair, judgements[pair.id] ?? UNJUDGED)];
        return (
          <li key={pair.id}>
            <span aria-hidden="true">{glyph}</span> {pair.name}: {word}
          </li>
        );
      })}
    </ul>
  );
}

function toSentence(pair: Pair, judgement: Judgement, judgements: Judgements): string {
  if (!isJudged(judgement)) return 'Answer both questions to see where the two statements meet.';
  const { collide, met, all } = countCollisions(pair);
  const { judged, all: pairs, same, feltIncompatible, realConflicts } = tallyOf(PAIRS, judgements);
  return (
    `Both statements speak in ${met} of ${all} situations and collide in ${collide}. ` +
    `Judged: ${judged} of ${pairs}, ${same} as we read them. ` +
    `You held ${feltIncompatible} to be incompatible; by our reading ${realConflicts} of those judged ${realConflicts === 1 ? 'is' : 'are'}.`
  );
}

function toTable(pair: Pair): TableData {
  return {
    caption: `${pair.name}: both statements in three situations`,
    head: ['Situation', 'First', 'Second', 'They'],
    words: ['First', 'Second', 'They'],
    rows: pair.cases.map((one) => [
      one.situation,
      one.first ?? SILENT,
      one.second ?? SILENT,
      CONTACTS[contactOf(one)].word,
    ]),
  };
}
