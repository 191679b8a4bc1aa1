import { classNames } from '@/components/ui/class-names';
import type { Reveal } from '@/schemas/reveal';
import { linesOf, listingTitle } from './defect-input';
import { LineCode, Listing } from './listing';
import styles from './listing.module.css';
import type { ListingLine } from './listing-line';
import type { QuestionOf, ResponseOf } from './question-input';
import { RevealList, RevealRow } from './reveal-list';

interface RevealDefectsProps {
  readonly question: QuestionOf<'spot-the-defect'>;
  readonly response: ResponseOf<'spot-the-defect'>;
  readonly reveal: Extract<Reveal, { type: 'spot-the-defect' }>;
  readonly listing: readonly ListingLine[] | undefined;
}

const SIGN_WORD = { found: '✓ found', missed: '→ missed', innocent: '✕ innocent' } as const;

const sayLines = (lines: readonly number[]) => (lines.length === 1 ? `Line ${lines[0]}` : `Lines ${lines.join(', ')}`);

export function RevealDefects({ question, response, reveal, listing }: RevealDefectsProps) {
  const notes = reveal.notes.toSorted((one, other) => Number(one.id) - Number(other.id));
  function signOf(number: number): keyof typeof SIGN_WORD | null {
    const isMarked = response.lines.includes(number);
    const defect = reveal.defects.find((candidate) => candidate.lines.includes(number));
    if (defect) return isMarked ? 'found' : defect.isFound ? null : 'missed';
    return isMarked ? 'innocent' : null;
  }
  return (
    <>
      <Listing
        title={listingTitle(question)}
        lines={linesOf(question, listing)}
        row={(line, number) => {
          const sign = signOf(number);
          return (
            <div className={classNames(styles.line, styles.shown, sign && styles[sign])}>
              <span className={styles.sign}>{sign ? SIGN_WORD[sign] : ''}</span>
              <span className={styles.number}>{number}</span>
              <LineCode line={line} />
            </div>
          );
        }}
      />
      <RevealList>
        {reveal.defects.map((defect) => (
          <RevealRow
            key={defect.lines.join()}
            sign={defect.isFound ? 'right' : 'missed'}
            word={defect.isFound ? 'found' : 'missed'}
            text={sayLines(defect.lines)}
            rationale={defect.rationale}
          />
        ))}
        {notes.map((note) => (
          <RevealRow
            key={note.id}
            sign={response.lines.includes(Number(note.id)) ? 'wrong' : 'rest'}
            word="innocent, though it looks guilty"
            text={`Line ${note.id}`}
            rationale={note.rationale}
          />
        ))}
      </RevealList>
    </>
  );
}
