import { percent } from '@/components/result/readings';
import type { AlikeDraft } from '@/schemas/review-desk';
import styles from './review-desk.module.css';

interface AlikeDraftsProps {
  readonly drafts: readonly AlikeDraft[];
  readonly chosen: readonly string[];
  readonly onToggle: (submissionId: string) => void;
}

/** Waiting drafts that say much the same: the reader sees each text before the same decision goes to it. */
export function AlikeDrafts({ drafts, chosen, onToggle }: AlikeDraftsProps) {
  if (drafts.length === 0) return null;
  return (
    <section className={styles.alike} aria-labelledby="alike-drafts-heading">
      <h2 id="alike-drafts-heading">
        {drafts.length === 1
          ? '1 waiting draft is much like this one'
          : `${drafts.length} waiting drafts are much like this one`}
      </h2>
      <p className={styles.note}>
        Tick those to which your decision fits as well. Each is decided for itself and can be taken back for itself; one
        that somebody has open is left out. None is ticked for you.
      </p>
      <ul className={styles.drafts}>
        {drafts.map(({ submissionId, share, overall, explanation }, index) => (
          <li key={submissionId} className={styles.draft}>
            <label>
              <input type="checkbox" checked={chosen.includes(submissionId)} onChange={() => onToggle(submissionId)} />
              Draft {String.fromCharCode(65 + index)}: {percent(share)} of its wording in common, graded{' '}
              {percent(overall)}
            </label>
            <details>
              <summary>Read it</summary>
              <p>{explanation}</p>
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}
