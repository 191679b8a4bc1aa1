import { DataTable } from '@/components/ui/data-table';
import { SAID_SHARE } from '@/grader/self-assessment/brier-score';
import type { CertaintyRow } from '@/grader/self-assessment/certainty-table';
import { FEWEST_TO_TELL } from '@/grader/self-assessment/certainty-table';
import { SAID, share } from './certainty-words';

interface CertaintyTableProps {
  readonly caption: string;
  readonly rows: readonly CertaintyRow[];
  /** Whether the words have a fixed share to be held against; in a quiz that depends on the item. */
  readonly withSaid: boolean;
}

/** The figure as a table: word, right, of how many, share. */
export function CertaintyTable({ caption, rows, withSaid }: CertaintyTableProps) {
  return (
    <DataTable caption={caption}>
      <thead>
        <tr>
          <th scope="col">You said</th>
          <th scope="col" data-numeric>
            Right
          </th>
          <th scope="col" data-numeric>
            Of
          </th>
          <th scope="col" data-numeric>
            Share
          </th>
          {withSaid ? (
            <th scope="col" data-numeric>
              The word says
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.certainty}>
            <th scope="row">{SAID[row.certainty]}</th>
            <td data-numeric>{row.right}</td>
            <td data-numeric>{row.n}</td>
            <td data-numeric>{shareWords(row)}</td>
            {withSaid ? <td data-numeric>{share(SAID_SHARE[row.certainty])}</td> : null}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function shareWords({ share: right, n }: CertaintyRow): string {
  if (right === null) return '–';
  return n < FEWEST_TO_TELL ? `${share(right)}, too early` : share(right);
}
