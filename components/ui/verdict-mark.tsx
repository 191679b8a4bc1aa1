import type { ReactNode } from 'react';
import type { Verdict } from '@/schemas/claim';
import { classNames } from './class-names';
import styles from './mark.module.css';

const stroke = {
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.7,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const;
const ring = <circle cx="8" cy="8" r="6.4" />;

/* Six shapes in one ink: the reader learns them like proof-reader's marks. */
const SHAPES: Readonly<Record<Verdict, ReactNode>> = {
  supported: (
    <>
      <circle cx="8" cy="8" r="7.2" fill="currentColor" stroke="none" />
      <path d="m4.8 8.3 2.2 2.2 4.3-4.8" stroke="var(--paper)" />
    </>
  ),
  'supported with conditions': (
    <>
      <circle cx="8" cy="8" r="6.4" strokeDasharray="2.6 2.4" />
      <path d="m5 8.3 2.1 2.1 4-4.5" />
    </>
  ),
  contested: <path d="M2 5.5h10.5m-3-3 3 3-3 3M14 11H3.5m3-3-3 3 3 3" />,
  oversimplified: <path d="M2 6c2-2 4-2 6 0s4 2 6 0M2 11c2-2 4-2 6 0s4 2 6 0" />,
  unsupported: (
    <>
      {ring}
      <path d="m3.6 12.4 8.8-8.8" />
    </>
  ),
  opinion: (
    <path d="M6.6 4C4.2 4.8 2.8 6.6 2.8 9.2v2.6h4V8H4.9M13.2 4c-2.4.8-3.8 2.6-3.8 5.2v2.6h4V8h-1.9" strokeWidth="1.4" />
  ),
};

export function VerdictGlyph({ verdict }: { readonly verdict: Verdict }) {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" {...stroke}>
      {SHAPES[verdict]}
    </svg>
  );
}

/** Our verdict on a claim: a glyph and the word, never the glyph alone. */
export function VerdictMark({ verdict }: { readonly verdict: Verdict }) {
  return (
    <span className={classNames(styles.mark, styles.verdict)}>
      <VerdictGlyph verdict={verdict} />
      {verdict}
    </span>
  );
}
