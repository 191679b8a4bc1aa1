import type { ReactNode } from 'react';
import styles from './margin.module.css';

interface SourceProps {
  readonly title: string;
  readonly url: string;
  /** The day we last read the page, such as 2026-11-21. */
  readonly checked: string;
  readonly children?: ReactNode;
}

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

/** Where the sentence beside it comes from, and when we read it. */
export function Source({ title, url, checked, children }: SourceProps) {
  return (
    <small className={styles.source} role="note" aria-label="Source">
      <a href={url} rel="noreferrer">
        {title}
      </a>
      {children ? <span> {children}</span> : null}{' '}
      <span className={styles.checked}>
        Read <time dateTime={checked}>{DAY.format(new Date(`${checked}T00:00:00Z`))}</time>
      </span>
    </small>
  );
}
