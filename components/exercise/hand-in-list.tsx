import Link from 'next/link';
import { percent } from '@/components/result/readings';
import { LocalTime } from '@/components/ui/local-time';
import { bestHandIn } from '@/grader/best-hand-in';
import type { HandInSummary } from '@/schemas/result';
import styles from './hand-in-list.module.css';

interface HandInListProps {
  readonly handIns: readonly HandInSummary[];
  /** The one on the page, which is not linked to itself. */
  readonly current?: string;
}

/** Earlier drafts with their scores, newest first; of several the best counts, and is marked. */
export function HandInList({ handIns, current }: HandInListProps) {
  const best = bestHandIn(handIns);
  const newestFirst = handIns.toSorted((one, other) => other.number - one.number);
  return (
    <ol className={styles.list} reversed>
      {newestFirst.map((handIn) => (
        <li key={handIn.submissionId}>
          {handIn.submissionId === current ? (
            <span aria-current="page">Draft {handIn.number}, this one</span>
          ) : (
            <Link href={`/results/${handIn.submissionId}`}>Draft {handIn.number}</Link>
          )}
          <LocalTime at={handIn.submittedAt} style="stamp" />
          <span className={styles.score}>
            {handIn.overall === null
              ? handIn.isWithheld
                ? 'waits for your own marks'
                : 'not graded yet'
              : percent(handIn.overall)}
            {handIn.isPassed ? ', passed' : ''}
            {handIns.length > 1 && handIn === best ? (
              <>
                , <strong>best: this one counts</strong>
              </>
            ) : null}
          </span>
        </li>
      ))}
    </ol>
  );
}
