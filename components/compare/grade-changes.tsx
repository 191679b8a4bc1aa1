import { percent, points } from '@/components/result/readings';
import { DataTable } from '@/components/ui/data-table';
import { LevelMark } from '@/components/ui/level-mark';
import type { DraftChanges } from '@/schemas/comparison';
import { ARROW, standingWords } from './change-words';

/** Every criterion before and after, with its points; in words and glyphs. */
export function GradeChanges({ changes }: { readonly changes: DraftChanges }) {
  const { before, after, criteria } = changes;
  return (
    <DataTable
      isStacked
      caption={`Criterion by criterion: draft ${before.number} came to ${percent(before.overall)}, draft ${after.number} to ${percent(after.overall)}`}
    >
      <thead>
        <tr>
          <th scope="col">Criterion</th>
          <th scope="col">Draft {before.number}</th>
          <th scope="col">Draft {after.number}</th>
          <th scope="col">Change</th>
        </tr>
      </thead>
      <tbody>
        {criteria.map((change) => (
          <tr key={change.id}>
            <th scope="row">{change.title}</th>
            <td data-label={`Draft ${before.number}:`}>
              <LevelMark level={change.before} /> {points(change.pointsBefore)} of {change.max}
            </td>
            <td data-label={`Draft ${after.number}:`}>
              <LevelMark level={change.after} /> {points(change.pointsAfter)} of {change.max}
            </td>
            <td>
              <span aria-hidden="true">{ARROW[change.direction]}</span> {standingWords(change, after.number)}
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
