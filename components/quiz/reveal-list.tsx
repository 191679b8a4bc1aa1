import type { ReactNode } from 'react';
import { classNames } from '@/components/ui/class-names';
import { InlineText } from '@/components/ui/inline-text';
import styles from './reveal.module.css';

/** right: the key had it and so had you; missed: the key had it; wrong: only you had it; rest: neither. */
export type RevealSign = 'right' | 'missed' | 'wrong' | 'rest';

const GLYPH: Readonly<Record<RevealSign, ReactNode>> = {
  right: <path d="m3 8.5 3.3 3.3L13 4.6" />,
  missed: <path d="M3 8h9M8.5 4.5 12 8l-3.5 3.5" />,
  wrong: <path d="m4 4 8 8m0-8-8 8" />,
  rest: <path d="M5.5 8h5" />,
};

interface RevealRowProps {
  readonly sign: RevealSign;
  /** What the sign means here, such as "right, and your choice". */
  readonly word: string;
  readonly letter?: string | undefined;
  readonly text: string;
  readonly rationale: string | undefined;
}

/** One option, entry or point with its verdict in glyph and word, and why. */
export function RevealRow({ sign, word, letter, text, rationale }: RevealRowProps) {
  return (
    <li className={classNames(styles.row, styles[sign])}>
      <svg className={styles.glyph} viewBox="0 0 16 16" aria-hidden="true">
        {GLYPH[sign]}
      </svg>
      <div className={styles.rowBody}>
        <p className={styles.rowText}>
          {letter ? <span className={styles.rowLetter}>{letter}</span> : null}
          <InlineText text={text} />
          {word ? <span className={styles.word}>{word}</span> : null}
        </p>
        {rationale ? (
          <p className={styles.why}>
            <InlineText text={rationale} />
          </p>
        ) : null}
      </div>
    </li>
  );
}

export function RevealList({ children }: { readonly children: ReactNode }) {
  return <ul className={styles.list}>{children}</ul>;
}
