'use client';

import { useEffect, useRef } from 'react';

/** How often a hand-in that waits is tried again while the page is open. */
const RETRY_MS = 20_000;

/** Calls `retry` when the network is back, and at times, for as long as something waits. */
export function useRetries(isWaiting: boolean, retry: () => void): void {
  const latest = useRef(retry);
  latest.current = retry;
  // The network and the clock are outside; a server that was down sends no event when it is up again.
  useEffect(() => {
    if (!isWaiting) return;
    const call = () => latest.current();
    const timer = window.setInterval(call, RETRY_MS);
    window.addEventListener('online', call);
    return () => {
      window.clearInterval(timer);
      window.removeEventListener('online', call);
    };
  }, [isWaiting]);
}
