import type { ReactNode } from 'react';
import styles from './account.module.css';

/** The page behind a secret link: what the link does, or why it does nothing any more, and the one thing to do next. */
export function LinkPage({
  words: [title, lead],
  children,
}: {
  readonly words: readonly [title: string, lead: string];
  readonly children: ReactNode;
}) {
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{title}</h1>
        <p className={styles.lead}>{lead}</p>
      </header>
      {children}
    </div>
  );
}
