'use client';

import { useEffect, useState } from 'react';
import styles from './live.module.css';

/** Minutes and seconds until the server's instant. It ends nothing by itself, and is not read out every second. */
export function TimeLeft({ endsAt, behind }: { readonly endsAt: number; readonly behind: number }) {
  const [now, setNow] = useState<number | null>(null);
  // The clock of this device, once a second.
  useEffect(() => {
    const tick = () => setNow(Date.now());
    tick();
    const timer = window.setInterval(tick, 1_000);
    return () => window.clearInterval(timer);
  }, []);
  if (now === null) return null;
  const seconds = Math.max(0, Math.ceil((endsAt - now - behind) / 1_000));
  return (
    <p className={styles.timer} role="timer" aria-live="off">
      {seconds === 0 ? 'Time is up' : `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`}
    </p>
  );
}
