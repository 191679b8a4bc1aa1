import { DataTable } from '@/components/ui/data-table';
import { ANSWER_WORD, BUDGETS_MS, collectorPressure, HEAPS_GB, type Sketch, sketchAnswer } from './sketch-decision';

export function FlipTable({ sketch }: { readonly sketch: Sketch }) {
  return (
    <DataTable
      caption={`Answers for ${sketch.rustPeople} of six with Rust in production and ${sketch.weeks} weeks; ? is close enough to measure first`}
    >
      <thead>
        <tr>
          <th scope="col">Live heap</th>
          {BUDGETS_MS.map((budgetMs) => (
            <th key={budgetMs} scope="col">
              {budgetMs} ms
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {HEAPS_GB.map((heapGb) => (
          <tr key={heapGb}>
            <th scope="row">{heapGb} GB</th>
            {BUDGETS_MS.map((budgetMs) => (
              <td key={budgetMs}>
                {ANSWER_WORD[sketchAnswer({ ...sketch, heapGb, budgetMs })]}
                {collectorPressure({ heapGb, budgetMs }) === 'measure' ? ' ?' : ''}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
