import { useEffect, useState } from 'react';
import type { Response } from '@/schemas/item';

const keyOf = (attemptId: string, itemId: string) => `defensible:unsent:${attemptId}:${itemId}`;

function read(key: string): Response | null {
  try {
    const stored: unknown = JSON.parse(window.sessionStorage.getItem(key) ?? 'null');
    // Written by this page alone; what no longer fits the item is treated as none, and the server checks what is sent.
    return typeof stored === 'object' && stored !== null && 'type' in stored ? (stored as Response) : null;
  } catch {
    return null; // storage is switched off, or holds something else
  }
}

function write(key: string, response: Response | null): void {
  try {
    if (response) window.sessionStorage.setItem(key, JSON.stringify(response));
    else window.sessionStorage.removeItem(key);
  } catch {
    // storage is switched off: the answer then lasts as long as the page
  }
}

/** What is entered for an item and not yet sent, kept in this tab so that a reload or a locked phone does not lose it. */
export function useUnsent(attemptId: string, itemId: string, starting: Response | null) {
  const [response, setResponse] = useState(starting);
  const key = keyOf(attemptId, itemId);

  // The tab's storage is outside React and unknown to the server, which rendered the item untouched.
  useEffect(() => {
    const stored = read(key);
    if (stored) setResponse(stored);
  }, [key]);

  function change(next: Response | null) {
    setResponse(next);
    write(key, next);
  }
  return { response, change, forget: () => write(key, null) };
}
