import { VisuallyHidden } from '@/components/ui/visually-hidden';
import type { Order } from './order-rows';
import styles from './overview-table.module.css';

/** A module with content, in course order; modules in preparation have no column. */
export interface OverviewModule {
  readonly id: string;
  readonly title: string;
  readonly lessons: number;
}

interface OverviewHeadProps {
  readonly modules: readonly OverviewModule[];
  readonly order: Order | null;
  readonly onSort: (by: string) => void;
}

/** So many titles fit into the head of the table; with more columns the ids stand there and the titles below. */
export const MOST_TITLES = 3;

export function OverviewHead({ modules, order, onSort }: OverviewHeadProps) {
  const shared = { order, onSort };
  return (
    <thead>
      <tr>
        <SortHeading {...shared} by="name" word="Name" className={styles.name} />
        <SortHeading {...shared} by="seen" word="Last here" />
        {modules.map(({ id, title }) => (
          <SortHeading
            key={id}
            {...shared}
            by={id}
            word={id}
            title={title}
            isTitleShown={modules.length <= MOST_TITLES}
          />
        ))}
      </tr>
    </thead>
  );
}

interface SortHeadingProps extends Pick<OverviewHeadProps, 'order' | 'onSort'> {
  readonly by: string;
  readonly word: string;
  readonly title?: string;
  readonly isTitleShown?: boolean;
  readonly className?: string | undefined;
}

function SortHeading({ by, word, title, isTitleShown = false, className, order, onSort }: SortHeadingProps) {
  const isOn = order?.by === by;
  const direction = order?.isDescending ? 'descending' : 'ascending';
  return (
    <th scope="col" className={className} aria-sort={isOn ? direction : undefined}>
      <button type="button" className={styles.sort} title={title} onClick={() => onSort(by)}>
        {word}
        {title && isTitleShown ? <span className={styles.title}>{title}</span> : null}
        {title && !isTitleShown ? <VisuallyHidden> {title}</VisuallyHidden> : null}
        <span className={styles.arrow} aria-hidden="true">
          {isOn ? (order?.isDescending ? '▼' : '▲') : ''}
        </span>
      </button>
    </th>
  );
}
