import type { Hint } from '@/schemas/hint';
import { HintSteps } from './hint-steps';
import styles from './hints.module.css';

interface HintsProps {
  readonly scenarioId: string;
  readonly hints: readonly Hint[];
}

/** While a record is revised: for each criterion still open a question, and behind it further steps for those who want them. */
export function Hints({ scenarioId, hints }: HintsProps) {
  if (hints.length === 0) return null;
  return (
    <details className={styles.hints} open>
      <summary>
        {hints.length === 1 ? 'One criterion is still open' : `${hints.length} criteria are still open`}
      </summary>
      <p className={styles.note}>
        The questions are free. Further hints lower no grade either; the next result says how many were opened.
      </p>
      <ul>
        {hints.map((hint) => (
          <li key={hint.criterionId}>
            <HintSteps scenarioId={scenarioId} given={hint} />
          </li>
        ))}
      </ul>
    </details>
  );
}
