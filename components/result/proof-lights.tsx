'use client';

import { type ReactNode, type SyntheticEvent, useState } from 'react';
import styles from './proof-lights.module.css';

/**
 * Pointing at a quote, a numeral or a line of the ledger lights what belongs to it. What belongs together shares a
 * number in data-criteria; the sheet does the rest, so text and ledger stay server-rendered.
 */
export function ProofLights({ children }: { readonly children: ReactNode }) {
  const [lit, setLit] = useState<string | undefined>(undefined);
  const light = ({ target }: SyntheticEvent) => {
    const marked = target instanceof Element ? target.closest<HTMLElement>('[data-criteria]') : null;
    setLit(marked?.dataset.criteria);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens; what is pointed at are links inside
    <div
      className={styles.lights}
      data-lit={lit}
      onMouseOver={light}
      onFocus={light}
      onMouseLeave={() => setLit(undefined)}
      onBlur={() => setLit(undefined)}
    >
      {children}
    </div>
  );
}
