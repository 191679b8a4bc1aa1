'use client';

import { useCallback, useSyncExternalStore } from 'react';
import { STORED_EVENT as CHANGED } from './theme';

function subscribe(notify: () => void): () => void {
  window.addEventListener('storage', notify);
  window.addEventListener(CHANGED, notify);
  return () => {
    window.removeEventListener('storage', notify);
    window.removeEventListener(CHANGED, notify);
  };
}

function read(key: string): string | null {
  try {
    return window.localStorage.getItem(key);
  } catch {
    return null; // storage is switched off: the choice then lasts as long as the page
  }
}

/** One choice kept in this browser, out of a closed list; the first is the default. All tabs and copies follow. */
export function useStored<Value extends string>(
  key: string,
  allowed: readonly [Value, ...Value[]],
): [Value, (next: Value) => void] {
  const fallback = allowed[0];
  const stored = useSyncExternalStore(
    subscribe,
    () => read(key),
    () => null,
  );
  const value = allowed.find((candidate) => candidate === stored) ?? fallback;
  const store = useCallback(
    (next: Value) => {
      try {
        window.localStorage.setItem(key, next);
      } catch {
        // storage is switched off: nothing to remember it in
      }
      window.dispatchEvent(new Event(CHANGED));
    },
    [key],
  );
  return [value, store];
}
