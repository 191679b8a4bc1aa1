import Link from 'next/link';
import { DataTable } from '@/components/ui/data-table';
import { LocalTime } from '@/components/ui/local-time';
import type { AssessedDraft } from '@/grader/self-assessment/assess-self';

interface DraftsTableProps {
  readonly drafts: readonly AssessedDraft<{
    readonly submissionId: string;
    readonly title: string;
    readonly number: number;
    readonly submittedAt: number;
  }>[];
}

/** Over time: one line a draft that was predicted, newest first. */
export function DraftsTable({ drafts }: DraftsTableProps) {
  return (
    <DataTable caption="Draft by draft, newest first">
      <thead>
        <tr>
          <th scope="col">Draft</th>
          <th scope="col">Handed in</th>
          <th scope="col" data-numeric>
            As predicted
          </th>
          <th scope="col" data-numeric>
            Brier score
          </th>
        </tr>
      </thead>
      <tbody>
        {drafts.toReversed().map(({ key, right, n, brier }) => (
          <tr key={key.submissionId}>
            <th scope="row">
              <Link href={`/results/${key.submissionId}`}>
                {key.title}, draft {key.number}
              </Link>
            </th>
            <td>
              <LocalTime at={key.submittedAt} style="date" />
            </td>
            <td data-numeric>
              {right} of {n}
            </td>
            <td data-numeric>{brier.toFixed(2)}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
