import { boundaryName } from '@/components/exercise/boundaries';
import { DataTable } from '@/components/ui/data-table';
import { LanguageMark } from '@/components/ui/language-mark';
import type { DraftComparison } from '@/schemas/comparison';
import type { Choice } from '@/schemas/scenario';

const mark = (choice: Choice | undefined) => (choice ? <LanguageMark choice={choice} /> : 'none');

/** The picks that changed between two drafts; one sentence where none did. */
export function PickChanges({ comparison }: { readonly comparison: DraftComparison }) {
  const { before, after, components } = comparison;
  const then: Readonly<Record<string, Choice | undefined>> = before.handIn.choices;
  const now: Readonly<Record<string, Choice | undefined>> = after.handIn.choices;
  const changed = components.filter(({ id }) => then[id] !== now[id]);
  const isBoundaryMoved = before.handIn.boundary !== after.handIn.boundary;
  if (changed.length === 0 && !isBoundaryMoved) return <p>The board is the same in both drafts.</p>;
  return (
    <DataTable caption="Picks that changed" isStacked>
      <thead>
        <tr>
          <th scope="col">Part</th>
          <th scope="col">Draft {before.summary.number}</th>
          <th scope="col">Draft {after.summary.number}</th>
        </tr>
      </thead>
      <tbody>
        {changed.map(({ id, name }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            <td data-label={`Draft ${before.summary.number}:`}>{mark(then[id])}</td>
            <td data-label={`Draft ${after.summary.number}:`}>{mark(now[id])}</td>
          </tr>
        ))}
        {isBoundaryMoved ? (
          <tr>
            <th scope="row">Boundary</th>
            <td data-label={`Draft ${before.summary.number}:`}>{boundaryName(before.handIn.boundary)}</td>
            <td data-label={`Draft ${after.summary.number}:`}>{boundaryName(after.handIn.boundary)}</td>
          </tr>
        ) : null}
      </tbody>
    </DataTable>
  );
}
