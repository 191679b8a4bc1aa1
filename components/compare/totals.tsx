import { percent } from '@/components/result/readings';
import { LinkButton } from '@/components/ui/link-button';
import { Tag } from '@/components/ui/tag';
import { CONTRADICTED_MOST } from '@/grader/overall-share';
import type { DraftChanges } from '@/schemas/comparison';
import type { HandInSummary } from '@/schemas/result';
import styles from './totals.module.css';

interface TotalsProps {
  readonly changes: DraftChanges;
  readonly before: HandInSummary;
  readonly after: HandInSummary;
}

/** Both totals on one scale, whether they passed, and what held one of them down. */
export function Totals({ changes, before, after }: TotalsProps) {
  return (
    <ol className={styles.totals}>
      <Total draft={changes.before} summary={before} />
      <Total draft={changes.after} summary={after} />
    </ol>
  );
}

function Total({ draft, summary }: { readonly draft: DraftChanges['after']; readonly summary: HandInSummary }) {
  const { number, overall, isHeldDown } = draft;
  return (
    <li className={styles.total}>
      <p className={styles.name}>
        Draft {number} {summary.isPassed ? <Tag tone="met">Passed</Tag> : <Tag tone="partly">Not passed</Tag>}
      </p>
      <p className={styles.figure}>{percent(overall)}</p>
      <div className={styles.scale} aria-hidden="true">
        <span style={{ width: `${overall * 100}%` }} />
      </div>
      {isHeldDown ? (
        <p className={styles.held}>
          Its board and its text disagree, which holds the total at {percent(CONTRADICTED_MOST)} or below, whatever the
          criteria give.
        </p>
      ) : null}
      <div>
        <LinkButton href={`/results/${summary.submissionId}`} kind="quiet" size="small">
          {`Open the result of draft ${number}`}
        </LinkButton>
      </div>
    </li>
  );
}
