import type { Estimate } from '@/schemas/estimate';
import styles from './analysis.module.css';
import { type FigureStyle, writeFigure, writeGap, writeInterval } from './estimate-words';

interface FigureProps {
  readonly estimate: Estimate;
  readonly style: FigureStyle;
  /** Says n as well, where the row does not. */
  readonly withCount?: boolean;
}

/** A figure with its interval beneath it; where there is none, the words that say why, and never a number. */
export function Figure({ estimate, style, withCount = false }: FigureProps) {
  if (estimate.type === 'undefined') return <span className={styles.gap}>{writeGap(estimate)}</span>;
  const interval = writeInterval(estimate, style);
  const count = withCount ? `n = ${estimate.n}` : null;
  return (
    <span className={styles.figure}>
      <strong>{writeFigure(estimate.value, style)}</strong>
      {interval || count ? <small>{[interval, count].filter(Boolean).join(', ')}</small> : null}
    </span>
  );
}
