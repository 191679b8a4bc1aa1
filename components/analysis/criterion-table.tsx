import { DataTable } from '@/components/ui/data-table';
import { LEVEL_WORD, LevelGlyph } from '@/components/ui/level-mark';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
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

interface CriterionTableProps {
  readonly caption: string;
  readonly lines: readonly CriterionLine[];
}

/** Criteria as if they were items of several points. */
export function CriterionTable({ caption, lines }: CriterionTableProps) {
  return (
    <DataTable caption={caption}>
      <thead>
        <tr>
          <th scope="col">Criterion</th>
          <th scope="col">Why</th>
          <th scope="col" data-numeric>
            Drafts
          </th>
          <th scope="col">Missing, partly, met</th>
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
                  <LevelGlyph level={level} /> {statistics.levels[level]}
                  <VisuallyHidden> {LEVEL_WORD[level]}</VisuallyHidden>
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
