import { Button } from '@/components/ui/button';
import { LevelGlyph } from '@/components/ui/level-mark';
import styles from './evidence-grader.module.css';
import {
  type Bearing,
  type Filling,
  type Grade,
  grade,
  type Judged,
  PARTS,
  type Part,
  type Slogan,
} from './models/evidence-grader';
import { Reading, type TableData } from './reading';

const BEARINGS: Readonly<Record<Bearing, { readonly glyph: string; readonly word: string }>> = {
  supports: { glyph: '▲', word: 'speaks for it' },
  against: { glyph: '▼', word: 'speaks against it' },
  cannotTell: { glyph: '○', word: 'cannot tell' },
  elsewhere: { glyph: '×', word: 'about something else' },
};

interface EvidenceReadingProps {
  readonly slogan: Slogan;
  readonly filling: Filling;
  readonly isTable: boolean;
  readonly onFill: (filling: Filling) => void;
}

export function EvidenceReading({ slogan, filling, isTable, onFill }: EvidenceReadingProps) {
  const result = grade(slogan, filling);
  return (
    <Reading isTable={isTable} table={toTable(slogan, filling, result)} summary={toSentence(slogan, result)}>
      <p className={styles.slogan}>“{slogan.text}”</p>
      <p className={styles.decision}>Your decision: {slogan.decision}.</p>
      <ul className={styles.parts}>
        {PARTS.map((part) => (
          <li key={part}>
            <LevelGlyph level={filling[part] === undefined ? 'none' : 'full'} />
            <span>
              <b>{part}</b> {textOf(slogan, part, filling) ?? 'open'}
            </span>
          </li>
        ))}
      </ul>
      <ul className={styles.findings}>
        {result.judged.map((one) => (
          <li key={one.finding.id}>
            <p>
              <b>{one.finding.title}:</b> {one.finding.says}.
            </p>
            <p className={styles[one.bearing]}>
              <span aria-hidden="true">{BEARINGS[one.bearing].glyph}</span> {toReason(one)}
            </p>
            <p className={styles.far}>
              Differs from your decision in {one.distance} of 7 parts.
              <Button kind="quiet" size="small" onClick={() => onFill(one.finding.about)}>
                Fill in as here
              </Button>
            </p>
          </li>
        ))}
      </ul>
    </Reading>
  );
}

const textOf = (slogan: Slogan, part: Part, filling: Filling) =>
  slogan.choices[part].find(({ id }) => id === filling[part])?.text;

function toReason({ bearing, parts }: Judged): string {
  const { word } = BEARINGS[bearing];
  if (parts.length === 0) return word;
  return bearing === 'cannotTell' ? `${word}: open ${listed(parts)}` : `${word}: other ${listed(parts)}`;
}

function listed(parts: readonly Part[]): string {
  return parts.length > 3 ? `${parts.slice(0, 2).join(', ')} and ${parts.length - 2} more` : parts.join(', ');
}

function toSentence(slogan: Slogan, { open, judged, bearing, foreign }: Grade): string {
  if (open.length > 0) {
    const parts = open.length === 1 ? 'One part is open' : `${open.length} of 7 parts are open`;
    return `${parts} (${listed(open)}), so no finding can contradict the sentence yet.`;
  }
  if (bearing > 0) {
    const verdict = judged.find((one) => one.bearing === 'supports' || one.bearing === 'against');
    const word = verdict?.bearing === 'supports' ? 'for' : 'against';
    return `A statement, and a tested one: ${bearing} of ${judged.length} findings speaks ${word} it. It is not yet about your decision: ${listed(foreign)} are somebody else’s.`;
  }
  if (foreign.length === 0)
    return `A statement about your decision, and none of the ${slogan.findings.length} findings has tested it. This is what to measure.`;
  return 'A complete statement that no finding on the bench has tested.';
}

function toTable(slogan: Slogan, filling: Filling, { judged }: Grade): TableData {
  return {
    caption: `Parts and findings for “${slogan.text}”`,
    head: ['Part or finding', 'As it stands'],
    words: ['As it stands'],
    rows: [
      ...PARTS.map((part) => [part, textOf(slogan, part, filling) ?? 'open'] as const),
      ...judged.map((one) => [`${one.finding.title}: ${one.finding.says}`, toReason(one)] as const),
    ],
  };
}
