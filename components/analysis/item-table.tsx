import Link from 'next/link';
import { DataTable } from '@/components/ui/data-table';
import type { ItemStatistics } from '@/schemas/item-analysis';
import styles from './analysis.module.css';
import { Figure } from './figure';
import { PROBLEM_WORDS } from './problem-words';

export interface ItemLine {
  readonly statistics: ItemStatistics;
  readonly title: string;
  readonly place: string;
  readonly href: string;
  readonly reports: number;
}

/** Items with their figures, in the order given. */
export function ItemTable({ caption, lines }: { readonly caption: string; readonly lines: readonly ItemLine[] }) {
  return (
    <DataTable caption={caption}>
      <thead>
        <tr>
          <th scope="col">Item</th>
          <th scope="col">Why</th>
          <th scope="col" data-numeric>
            People
          </th>
          <th scope="col" data-numeric>
            Right
          </th>
          <th scope="col" data-numeric>
            Discrimination
          </th>
          <th scope="col" data-numeric>
            Median time
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Row key={line.statistics.itemId} {...line} />
        ))}
      </tbody>
    </DataTable>
  );
}

function Row({ statistics: { figures, problems }, title, place, href, reports }: ItemLine) {
  const why = [
    ...problems.map(({ kind }) => PROBLEM_WORDS[kind].short),
    ...(reports > 0 ? [reports === 1 ? '1 report' : `${reports} reports`] : []),
  ];
  return (
    <tr>
      <th scope="row" className={styles.item}>
        <Link href={href as never}>{title}</Link>
        <small>{place}</small>
      </th>
      <td className={styles.why}>{why.length > 0 ? why.join('; ') : 'nothing found'}</td>
      <td data-numeric>{figures.n}</td>
      <td data-numeric>
        <Figure estimate={figures.difficulty} style="share" />
      </td>
      <td data-numeric>
        <Figure estimate={figures.discrimination} style="coefficient" />
      </td>
      <td data-numeric>
        <Figure estimate={figures.medianSeconds} style="seconds" />
      </td>
    </tr>
  );
}
