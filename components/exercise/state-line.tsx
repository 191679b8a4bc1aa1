import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { useTimeWriter } from '@/components/ui/local-time';
import type { Save } from './draft-machine';
import { type MissingPart, missingWords } from './missing-parts';
import { saveWords } from './save-words';
import styles from './state-line.module.css';

interface StateLineProps {
  readonly save: Save;
  readonly words: number;
  readonly draftNumber: number;
  readonly missing: readonly MissingPart[];
  /** The person has tried to hand in: what is open is now in the way. */
  readonly hasTried: boolean;
  readonly isSending: boolean;
  readonly onHandIn: () => void;
  /** What has to be read before pressing the button; null where there is nothing. */
  readonly beforeHandIn: ReactNode;
}

/** Always in view while writing: is it safe, how long is it, which draft, and what is still open. */
export function StateLine(props: StateLineProps) {
  const { save, words, draftNumber, missing, hasTried, isSending, onHandIn } = props;
  const clock = useTimeWriter('time');
  return (
    <section className={styles.line} aria-label="State of the draft">
      {props.beforeHandIn}
      <div className={styles.facts}>
        <span className={styles.save} data-status={save.status} role="status">
          {save.status === 'conflict' ? <a href="#two-versions">{saveWords(save, clock)}</a> : saveWords(save, clock)}
        </span>
        <span className={styles.figure}>{words === 1 ? '1 word' : `${words} words`}</span>
        <span className={styles.figure}>Draft {draftNumber}</span>
      </div>
      <div className={styles.act}>
        <span id="open-parts" className={styles.open} data-blocking={hasTried && missing.length > 0 ? '' : undefined}>
          {missing.length > 0 ? `Still open: ${missingWords(missing)}.` : 'Ready to hand in.'}
        </span>
        <Button kind="primary" isBusy={isSending} aria-describedby="open-parts" onClick={onHandIn}>
          {isSending ? 'Handing in…' : 'Hand in'}
        </Button>
      </div>
    </section>
  );
}
