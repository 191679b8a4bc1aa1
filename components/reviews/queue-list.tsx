import Link from 'next/link';
import { percent } from '@/components/result/readings';
import { DataTable } from '@/components/ui/data-table';
import { LocalTime } from '@/components/ui/local-time';
import { sayCount } from '@/components/ui/say-count';
import { Tag } from '@/components/ui/tag';
import { explainFlag } from '@/grader/explain-flag';
import type { QueueEntry, ReviewQueue } from '@/schemas/review-desk';
import styles from './queue-list.module.css';
import { REASON_WORDS, reviewPath } from './queue-words';

/** What waits, in the order in which it comes up. */
export function QueueList({ queue }: { readonly queue: ReviewQueue }) {
  const { entries, total, cohortId } = queue;
  const more =
    total > entries.length
      ? `The first ${sayCount(entries.length)} of ${sayCount(total)} drafts`
      : `${total} ${total === 1 ? 'draft' : 'drafts'}`;
  return (
    <DataTable caption={`${more}, in an order that is random and stays the same`} isStacked>
      <thead>
        <tr>
          <th scope="col">Draft</th>
          <th scope="col">Why a person is wanted</th>
          <th scope="col">Handed in</th>
          <th scope="col" data-numeric>
            Grade
          </th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.submissionId} className={styles.row}>
            <th scope="row" className={styles.draft}>
              <Link href={reviewPath(entry.submissionId, cohortId)} prefetch={false}>
                {entry.scenarioId} {entry.scenarioTitle}, draft {entry.number}
              </Link>
              {entry.heldUntil === null ? null : <span className={styles.held}>somebody is at it</span>}
            </th>
            <td className={styles.why}>
              <Why entry={entry} />
            </td>
            <td className={styles.when} data-label="Handed in">
              <LocalTime at={entry.submittedAt} style="stamp" />
            </td>
            <td data-numeric className={styles.grade} data-label="Grade">
              {percent(entry.overall)}
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function Why({ entry: { reasons, flags } }: { readonly entry: QueueEntry }) {
  return (
    <>
      <span className={styles.reasons}>
        {reasons.map((reason) => (
          <Tag key={reason} tone={reason === 'appealed' ? 'accent' : 'plain'}>
            {REASON_WORDS[reason].short}
          </Tag>
        ))}
      </span>
      {flags.length > 0 ? <span>{flags.map((flag) => explainFlag(flag).text).join(' ')}</span> : null}
    </>
  );
}

/** How many wait for which reason; a draft may have several. */
export function QueueCounts({ counts }: Pick<ReviewQueue, 'counts'>) {
  const all = (Object.keys(REASON_WORDS) as (keyof typeof REASON_WORDS)[]).filter((reason) => counts[reason]);
  return (
    <ul className={styles.counts} aria-label="Why they wait">
      {all.map((reason) => (
        <li key={reason}>
          <strong>{sayCount(counts[reason] ?? 0)}</strong> {REASON_WORDS[reason].short}
        </li>
      ))}
    </ul>
  );
}
