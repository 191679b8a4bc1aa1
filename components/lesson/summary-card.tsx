import { type ReactNode, useId } from 'react';
import { CopyText } from './copy-text';
import styles from './summary-card.module.css';

/** What to take to the next design review, in words that may be pasted there as they stand. */
export function SummaryCard({
  children,
  title = 'To paste into a review',
}: {
  readonly children: ReactNode;
  readonly title?: string;
}) {
  const id = useId();
  return (
    <section className={styles.card} aria-labelledby={`${id}-title`}>
      <header className={styles.head}>
        <p className={styles.title} id={`${id}-title`}>
          {title}
        </p>
        <CopyText from={id} />
      </header>
      <div className={styles.text} id={id}>
        {children}
      </div>
    </section>
  );
}
