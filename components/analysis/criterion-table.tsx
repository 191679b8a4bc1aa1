import { DataTable } from '@/components/ui/data-table';
import { LEVEL_WORD, LevelGlyph } from '@/components/ui/level-mark';
import type { CriterionStatistics } from '@/schemas/item-analysis';
import { LevelSchema } from '@/schemas/rubric';
import styles from './analysis.module.css';
import { Figure } from './figure';
import { PROBLEM_WORDS } from './problem-words';

export interface CriterionLine {
  readonly statistics: CriterionStatistics;
  readonly title: string;
  readonly place: string;
}

/** Criteria as if they were items of several points. */
export function CriterionTable({ lines }: { readonly lines: readonly CriterionLine[] }) {
  return (
    <DataTable caption="Criteria, worst first: first drafts, at most the newest 500 of an exercise">
      <thead>
        <tr>
          <th scope="col">Criterion</th>
          <th scope="col">Why</th>
          <th scope="col" data-numeric>
            Drafts
          </th>
          <th scope="col">Levels</th>
          <th scope="col" data-numeric>
            Mean share of points
          </th>
          <th scope="col" data-numeric>
            Discrimination
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ statistics, title, place }) => (
          <tr key={statistics.criterionId}>
            <th scope="row" className={styles.item}>
              {title}
              <small>{place}</small>
            </th>
            <td className={styles.why}>
              {statistics.problems.map((kind) => PROBLEM_WORDS[kind].short).join('; ') || 'nothing found'}
            </td>
            <td data-numeric>{statistics.n}</td>
            <td className={styles.levels}>
              {LevelSchema.options.map((level) => (
                <span key={level}>
                  <LevelGlyph level={level} /> {statistics.levels[level]} {LEVEL_WORD[level]}
                </span>
              ))}
            </td>
            <td data-numeric>
              <Figure estimate={statistics.difficulty} style="share" />
            </td>
            <td data-numeric>
              <Figure estimate={statistics.discrimination} style="coefficient" />
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
