import { GENERIC_MARKS } from '@/schemas/rubric';
import styles from './good-marks.module.css';

/** The seven marks of a good record, the same for every exercise: a quiet list to check one's own text against. */
export function GoodMarks() {
  return (
    <details className={styles.marks} open>
      <summary>What a reviewer looks for</summary>
      <dl>
        {GENERIC_MARKS.map((mark) => (
          <div key={mark.id}>
            <dt>{mark.title}</dt>
            <dd>{mark.ask}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
