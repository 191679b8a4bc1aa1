import type { ReactNode } from 'react';
import { classNames } from './class-names';
import styles from './data-table.module.css';

interface DataTableProps {
  readonly caption: ReactNode;
  readonly children: ReactNode;
  /** On a phone every row becomes a block, cells under each other; `data-label` names a cell that needs it there. */
  readonly isStacked?: boolean;
}

/**
 * Hairlines, tabular figures, a caption; scrolls by itself on a phone. Children are <thead> and <tbody>;
 * put `data-numeric` on cells that hold numbers.
 */
export function DataTable({ caption, children, isStacked = false }: DataTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={styles.scroll} tabIndex={0} aria-label={typeof caption === 'string' ? caption : 'Table'}>
      <table className={classNames(styles.table, isStacked && styles.stacked)}>
        <caption>{caption}</caption>
        {children}
      </table>
    </section>
  );
}
