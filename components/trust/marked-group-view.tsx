import type { ReactNode } from 'react';
import styles from '@/components/analysis/analysis.module.css';
import { Figure } from '@/components/analysis/figure';
import { DataTable } from '@/components/ui/data-table';
import type { MarkedGroup } from '@/schemas/trust';
import { ConfidenceFigure } from './confidence-figure';

interface MarkedGroupViewProps {
  /** Begins every heading's id, so that two groups can stand on one page. */
  readonly id: string;
  readonly group: MarkedGroup;
  readonly exerciseTitle: (scenarioId: string) => string;
  readonly criterionTitle: (scenarioId: string, criterionId: string) => string;
  /** What the other marks are called: "person" or "reference". */
  readonly other: string;
  readonly children?: ReactNode;
}

/** Agreement over all, by exercise and by criterion, and how right the machine was when it was sure. */
export function MarkedGroupView({ id, group, exerciseTitle, criterionTitle, other, children }: MarkedGroupViewProps) {
  return (
    <>
      <dl className={styles.facts}>
        <div>
          <dt>Drafts</dt>
          <dd>{group.n}</dd>
        </div>
        <div>
          <dt>Weighted kappa</dt>
          <dd>
            <Figure estimate={group.kappa} style="coefficient" />
          </dd>
        </div>
        <div>
          <dt>Exactly the same level</dt>
          <dd>
            <Figure estimate={group.exact} style="share" />
          </dd>
        </div>
        {children}
      </dl>
      {group.n > 0 ? (
        <>
          <details className={styles.more}>
            <summary>By exercise ({group.exercises.length})</summary>
            <AgreementTable
              caption={`Agreement with the ${other}, by exercise`}
              rows={group.exercises.map((row) => ({
                ...row,
                id: row.scenarioId,
                title: exerciseTitle(row.scenarioId),
              }))}
            />
          </details>
          <details className={styles.more}>
            <summary>By criterion ({group.criteria.length})</summary>
            <AgreementTable
              caption={`Agreement with the ${other}, by criterion, most often changed first`}
              rows={group.criteria
                .toSorted((one, next) => next.changed / next.n - one.changed / one.n)
                .map((row) => ({
                  ...row,
                  id: row.criterionId,
                  title: `${row.scenarioId} ${criterionTitle(row.scenarioId, row.criterionId)}`,
                }))}
            />
          </details>
          <details className={styles.more}>
            <summary>How right it is when it is sure</summary>
            <ConfidenceFigure id={`${id}-bins`} bins={group.bins} />
          </details>
        </>
      ) : null}
    </>
  );
}

interface AgreementRow extends Pick<MarkedGroup, 'kappa' | 'exact' | 'n'> {
  readonly id: string;
  readonly title: string;
  readonly changed?: number;
}

function AgreementTable({ caption, rows }: { readonly caption: string; readonly rows: readonly AgreementRow[] }) {
  const withChanged = rows.some(({ changed }) => changed !== undefined);
  return (
    <DataTable caption={caption}>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col" data-numeric>
            Drafts
          </th>
          {withChanged ? (
            <th scope="col" data-numeric>
              Another level
            </th>
          ) : null}
          <th scope="col" data-numeric>
            Kappa
          </th>
          <th scope="col" data-numeric>
            Same level
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, title, n, changed, kappa, exact }) => (
          <tr key={id}>
            <th scope="row" className={styles.item}>
              {title}
            </th>
            <td data-numeric>{n}</td>
            {withChanged ? <td data-numeric>{changed}</td> : null}
            <td data-numeric>
              <Figure estimate={kappa} style="coefficient" />
            </td>
            <td data-numeric>
              <Figure estimate={exact} style="share" />
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
