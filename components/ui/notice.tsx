import type { ReactNode } from 'react';
import { classNames } from './class-names';
import styles from './notice.module.css';

type NoticeKind = 'note' | 'done' | 'caution' | 'problem';

const SHAPES: Readonly<Record<NoticeKind, ReactNode>> = {
  note: <path d="M8 7.2v4M8 4.6v.2" />,
  done: <path d="m4.8 8.3 2.2 2.2 4.3-4.8" />,
  caution: <path d="M8 4.4v4.4M8 11.2v.2" />,
  problem: <path d="m5.4 5.4 5.2 5.2m0-5.2-5.2 5.2" />,
};
const WORDS: Readonly<Record<NoticeKind, string>> = {
  note: 'Note',
  done: 'Done',
  caution: 'Careful',
  problem: 'Problem',
};

interface NoticeProps {
  readonly kind?: NoticeKind;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** `alert` interrupts a screen reader, `status` waits; leave out for text that was there when the page opened. */
  readonly live?: 'alert' | 'status';
  readonly className?: string;
}

/** What happened, what is safe, what to do: a quiet block beside the text, not a toast. */
export function Notice({ kind = 'note', title, children, actions, live, className }: NoticeProps) {
  return (
    <div className={classNames(styles.notice, styles[kind], className)} role={live}>
      <span className={styles.glyph}>
        <svg
          width="16"
          height="16"
          viewBox="0 0 16 16"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
          strokeLinecap="round"
          role="img"
          aria-label={WORDS[kind]}
        >
          <circle cx="8" cy="8" r="7" />
          {SHAPES[kind]}
        </svg>
      </span>
      <div className={styles.body}>
        {title ? <p className={styles.title}>{title}</p> : null}
        {children}
        {actions ? <div className={styles.actions}>{actions}</div> : null}
      </div>
    </div>
  );
}
