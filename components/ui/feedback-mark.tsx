import type { ReactNode } from 'react';
import type { FeedbackType } from '@/schemas/feedback';
import { classNames } from './class-names';
import styles from './mark.module.css';

const stroke = {
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.7,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const;

/* Four shapes in one quiet ink: an exclamation mark, an arrow onwards, an i, a star. */
const SHAPES: Readonly<Record<FeedbackType, ReactNode>> = {
  essential: (
    <>
      <path d="M8 2.2v7.6" strokeWidth="2.4" />
      <circle cx="8" cy="13.4" r="1.4" fill="currentColor" stroke="none" />
    </>
  ),
  actionable: <path d="M2.5 8h10.8M9 3.6 13.4 8 9 12.4" />,
  informative: (
    <>
      <circle cx="8" cy="8" r="6.4" />
      <path d="M8 7.4v3.8" />
      <circle cx="8" cy="4.7" r="0.9" fill="currentColor" stroke="none" />
    </>
  ),
  celebratory: <path d="m8 1.8 1.9 4 4.4.5-3.3 3 .9 4.4L8 11.5l-3.9 2.2.9-4.4-3.3-3 4.4-.5z" strokeWidth="1.4" />,
};

/** The types in words that a reader would use. */
export const FEEDBACK_WORDS: Readonly<Record<FeedbackType, string>> = {
  essential: 'essential',
  actionable: 'to do',
  informative: 'note',
  celebratory: 'well done',
};

/** What a piece of feedback asks of the reader: a glyph and a word, never the glyph alone. */
export function FeedbackMark({ type }: { readonly type: FeedbackType }) {
  return (
    <span className={classNames(styles.mark, styles.feedback)}>
      <svg viewBox="0 0 16 16" aria-hidden="true" {...stroke}>
        {SHAPES[type]}
      </svg>
      {FEEDBACK_WORDS[type]}
    </span>
  );
}
