import type { ReactNode } from 'react';
import styles from './empty.module.css';

/** Where a list would stand: that there is nothing, why, and what would bring the first. */
export function Empty({ children }: { readonly children: ReactNode }) {
  return <div className={styles.empty}>{children}</div>;
}
