import { Button } from '@/components/ui/button';
import { LevelGlyph } from '@/components/ui/level-mark';
import { Notice } from '@/components/ui/notice';
import type { DecisionFeedback, DecisionQuote, DecisionWarning, PointReading } from '@/grader/studio/feedback';
import { POINTS } from '@/grader/studio/feedback';
import { FIELD_NAMES } from '@/grader/studio/passages';
import { FOUND_WORDS, fieldId, HONEST, openPoints, WARNING_NAMES } from './decision-words';
import styles from './feedback-panel.module.css';

/** none: nobody has asked yet; reading: on its way, what was read before stays. */
export type FeedbackState =
  | { readonly status: 'none' }
  | { readonly status: 'reading'; readonly feedback: DecisionFeedback | null }
  | { readonly status: 'read'; readonly feedback: DecisionFeedback; readonly version: number }
  | { readonly status: 'problem'; readonly message: string; readonly feedback: DecisionFeedback | null };

export const FEEDBACK_ID = 'feedback';

interface FeedbackPanelProps {
  readonly state: FeedbackState;
  /** The text has changed since it was read. */
  readonly isOld: boolean;
  readonly onRead: () => void;
}

export function FeedbackPanel({ state, isOld, onRead }: FeedbackPanelProps) {
  const feedback = state.status === 'none' ? null : state.feedback;
  return (
    <section className={styles.panel} aria-labelledby={FEEDBACK_ID}>
      <h2 id={FEEDBACK_ID} tabIndex={-1}>
        Seven points of a review
      </h2>
      <p className={styles.honest}>{HONEST}</p>
      <div className={styles.act}>
        <Button kind="primary" isBusy={state.status === 'reading'} onClick={onRead}>
          {feedback ? 'Read it again' : 'Read my decision'}
        </Button>
        <span role="status" className={styles.state}>
          {say(state, isOld)}
        </span>
      </div>
      {state.status === 'problem' ? (
        <Notice kind="problem" live="alert" title="It was not read.">
          <p>{state.message}</p>
        </Notice>
      ) : null}
      {feedback ? (
        <>
          <ol className={styles.points} data-old={isOld ? '' : undefined}>
            {feedback.points.map((point) => (
              <Point key={point.id} point={point} />
            ))}
          </ol>
          <Warnings warnings={feedback.warnings} />
        </>
      ) : null}
    </section>
  );
}

function say(state: FeedbackState, isOld: boolean): string {
  if (state.status === 'reading') return 'Reading…';
  if (state.status !== 'read') return '';
  if (isOld) return 'The text has changed since this reading.';
  const open = openPoints(state.feedback);
  return open === 0 ? 'All seven points found.' : `${7 - open} of 7 points found, ${open} open.`;
}

function Point({ point }: { readonly point: PointReading }) {
  const { title, ask } = POINTS[point.id];
  return (
    <li className={styles.point} data-level={point.level} data-point={point.id}>
      <h3>
        <span className={styles.mark}>
          <LevelGlyph level={point.level} />
        </span>
        {title}
        <span className={styles.word}>{FOUND_WORDS[point.level]}</span>
      </h3>
      {point.quotes.map((quote) => (
        <Quote key={`${quote.field} ${quote.quote}`} quote={quote} />
      ))}
      {point.missing === '' ? null : (
        <>
          <p>{point.missing}</p>
          <p className={styles.ask}>A reviewer would ask: {ask}</p>
        </>
      )}
    </li>
  );
}

function Quote({ quote: { field, quote } }: { readonly quote: DecisionQuote }) {
  return (
    <blockquote className={styles.quote}>
      <p>{quote}</p>
      <footer>
        <a href={`#${fieldId(field)}`}>{FIELD_NAMES[field]}</a>
      </footer>
    </blockquote>
  );
}

function Warnings({ warnings }: { readonly warnings: readonly DecisionWarning[] }) {
  if (warnings.length === 0)
    return <p className={styles.none}>Nothing else that a reviewer would stop at was found.</p>;
  return (
    <section aria-labelledby="stops">
      <h3 id="stops" className={styles.stops}>
        Places where a reviewer would stop
      </h3>
      <ul className={styles.warnings}>
        {warnings.map((warning) => (
          <li key={`${warning.kind} ${warning.quote} ${warning.message}`}>
            <strong>{WARNING_NAMES[warning.kind]}</strong>
            <Quote quote={warning} />
            <p>{warning.message}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
