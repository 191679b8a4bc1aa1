import inks from '@/components/result/criterion-colours.module.css';
import { Numeral } from '@/components/result/numeral';
import { classNames } from '@/components/ui/class-names';
import { LevelMark } from '@/components/ui/level-mark';
import sheet from '@/components/ui/sheet.module.css';
import type { Level } from '@/schemas/rubric';
import styles from './proof-figure.module.css';

interface Quoted {
  readonly number: number;
  readonly words: string;
}

/** A record about a service that no exercise has, cut at its quotes. */
const RECORD: readonly (string | Quoted)[] = [
  'Keep the importer in Go. ',
  { number: 1, words: 'Both of us who are on call ship Go; nobody here has run Rust in production.' },
  ' ',
  { number: 2, words: 'It uses 40 MB of its 512 and is done long before morning.' },
  ' It is also the quicker one to change.',
];

const POINTS: readonly { readonly title: string; readonly level: Level; readonly note: string }[] = [
  { title: 'Deciding constraint', level: 'full', note: 'Settled, in the words quoted.' },
  { title: 'Numbers', level: 'half', note: 'Long before, by whose clock?' },
  { title: 'Reversal', level: 'none', note: 'What would you have to see to decide otherwise?' },
];

/** For somebody who has seen nothing yet: a few lines of a record as they come back. */
export function ProofFigure() {
  return (
    <figure className={styles.figure}>
      <div className={classNames(sheet.sheet, styles.sheet)}>
        <p className={styles.text}>
          {RECORD.map((part) =>
            typeof part === 'string' ? (
              part
            ) : (
              <span key={part.number} className={classNames(inks.ink, inks.under)} data-number={part.number}>
                {part.words}
              </span>
            ),
          )}
        </p>
        <ol className={styles.points}>
          {POINTS.map(({ title, level, note }, index) => (
            <li key={title}>
              <Numeral number={index + 1} />
              <b>{title}</b>
              <LevelMark level={level} />
              <span className={styles.note}>{note}</span>
            </li>
          ))}
        </ol>
      </div>
      <figcaption>Two sentences quoted, one point nobody made: so a record comes back, in seconds.</figcaption>
    </figure>
  );
}
