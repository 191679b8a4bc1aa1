import type { ReactNode } from 'react';
import styles from './data-table.module.css';

interface DataTableProps {
  readonly caption: ReactNode;
  readonly children: ReactNode;
}

/**
 * Hairlines, tabular figures, a caption; scrolls by itself on a phone. Children are <thead> and <tbody>;
 * put `data-numeric` on cells that hold numbers.
 */
export function DataTable({ caption, children }: DataTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={styles.scroll} tabIndex={0} aria-label={typeof caption === 'string' ? caption : 'Table'}>
      <table className={styles.table}>
        <caption>{caption}</caption>
        {children}
      </table>
    </section>
  );
}
