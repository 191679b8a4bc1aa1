'use client';

import { useSyncExternalStore } from 'react';

/** Room and a keyboard: only there is Monaco offered. Phones always get the textarea. */
const DESK = '(min-width: 45rem) and (any-pointer: fine)';

function subscribe(notify: () => void): () => void {
  const query = window.matchMedia(DESK);
  query.addEventListener('change', notify);
  return () => query.removeEventListener('change', notify);
}

export function useIsDesk(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(DESK).matches,
    () => false,
  );
}
