import { FeedbackMark } from '@/components/ui/feedback-mark';
import type { ArithmeticSlip } from '@/schemas/grade';
import styles from './sums-to-check.module.css';

interface SumsToCheckProps {
  readonly slips: readonly ArithmeticSlip[];
}

/** Sums in the text that come to something else. A note beside the text: no points hang on it. */
export function SumsToCheck({ slips }: SumsToCheckProps) {
  if (slips.length === 0) return null;
  return (
    <aside className={styles.note} aria-label="Sums to check">
      <p>
        <FeedbackMark type="essential" /> {slips.length === 1 ? 'One sum to look at again' : 'Sums to look at again'}.
        This costs no points.
      </p>
      <ul>
        {slips.map(({ start, quote, computed }) => (
          <li key={start}>
            <q>{quote}</q> comes to {computed.toLocaleString('en-GB', { maximumSignificantDigits: 6 })} here.
          </li>
        ))}
      </ul>
    </aside>
  );
}
