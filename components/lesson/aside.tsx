import type { ReactNode } from 'react';
import styles from './margin.module.css';

/** A note in the margin beside the paragraph it belongs to; set into the text where there is no margin. */
export function Aside({ children }: { readonly children: ReactNode }) {
  return (
    <aside className={styles.note} aria-label="Note">
      {children}
    </aside>
  );
}
