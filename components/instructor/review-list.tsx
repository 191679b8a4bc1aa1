import Link from 'next/link';
import { percent } from '@/components/result/readings';
import { DataTable } from '@/components/ui/data-table';
import { LocalTime } from '@/components/ui/local-time';
import { explainFlag } from '@/grader/explain-flag';
import type { ReviewEntry } from '@/schemas/result';
import { personName } from './person-name';
import styles from './review-list.module.css';

/** Grades that the grader itself is unsure of: first on the page, because a person is wanted there. */
export function ReviewList({ entries }: { readonly entries: readonly ReviewEntry[] }) {
  if (entries.length === 0) return <p>No grade waits for a look: the grader was sure enough of all of them.</p>;
  return (
    <DataTable caption={`${entries.length} ${entries.length === 1 ? 'draft' : 'drafts'}, newest first`}>
      <thead>
        <tr>
          <th scope="col">Draft</th>
          <th scope="col">Learner</th>
          <th scope="col">Why</th>
          <th scope="col">Handed in</th>
          <th scope="col" data-numeric>
            Grade
          </th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.submissionId}>
            <th scope="row" className={styles.draft}>
              <Link href={`/instructor/results/${entry.submissionId}`}>
                {entry.scenarioId} {entry.scenarioTitle}, draft {entry.number}
              </Link>
            </th>
            <td>
              <Link href={`/instructor/learners/${entry.learnerId}`}>
                {personName({ ...entry, name: entry.learnerName })}
              </Link>
            </td>
            <td className={styles.why}>
              {entry.flags.length > 0
                ? entry.flags.map((flag) => explainFlag(flag).text).join(' ')
                : 'Low confidence on a criterion.'}
            </td>
            <td className={styles.when}>
              <LocalTime at={entry.submittedAt} style="stamp" />
            </td>
            <td data-numeric>{percent(entry.overall)}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
