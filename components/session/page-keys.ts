'use client';

import { useEffect, useSyncExternalStore } from 'react';

/** Keys and what they do, as the list of keys shows them. */
export type KeyRow = readonly [keys: readonly string[], does: string];

const NONE: readonly KeyRow[] = [];
let rows = NONE;
/** Never, so long as nobody asked: the list is not even fetched. */
let state: 'never' | 'open' | 'closed' = 'never';
const listeners = new Set<() => void>();

function tell(): void {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Opens the one list of keys (components/session/keys-help.tsx), from wherever on the page. */
export function openKeys(): void {
  state = 'open';
  tell();
}

export function closeKeys(): void {
  state = 'closed';
  tell();
}

export function useKeysState(): typeof state {
  return useSyncExternalStore<typeof state>(
    subscribe,
    () => state,
    () => 'never',
  );
}

/** The keys of the page that is shown now. */
export function usePageKeys(): readonly KeyRow[] {
  return useSyncExternalStore(
    subscribe,
    () => rows,
    () => NONE,
  );
}

/** Tells the list of keys, which stands outside the page, what this page has. `own` must be the same object each time. */
export function useOwnKeys(own: readonly KeyRow[]): void {
  // The list lives in the frame around all pages; it learns here which page stands in it.
  useEffect(() => {
    rows = own;
    tell();
    return () => {
      if (rows !== own) return;
      rows = NONE;
      tell();
    };
  }, [own]);
}
