import type { ReactNode } from 'react';
import styles from './margin.module.css';

/** A note in the margin beside the line it is written in; set into the text where there is no margin. */
export function Aside({ children }: { readonly children: ReactNode }) {
  return (
    <small className={styles.note} role="note" aria-label="Aside">
      {children}
    </small>
  );
}
