'use client';

import { useEffect, useRef, useState } from 'react';
import { readPublic } from '@/components/session/call-api';
import type { SearchAnswer } from '@/schemas/search';

/** Long enough for the next letter of somebody who types. */
const WAIT_MS = 160;

export type SearchState =
  | { readonly status: 'idle' }
  | { readonly status: 'answered'; readonly answer: SearchAnswer }
  | { readonly status: 'failed'; readonly message: string };

interface Running {
  readonly timer: number;
  readonly abort: AbortController;
}

function stop(running: Running | null) {
  window.clearTimeout(running?.timer);
  running?.abort.abort();
}

/** Asks the server a moment after the last letter; what was found before stays until the answer is there. */
export function useSearch(): readonly [SearchState, (query: string) => void] {
  const [state, setState] = useState<SearchState>({ status: 'idle' });
  const running = useRef<Running | null>(null);

  // A request under way outlives the dialogue unless it is ended with it.
  useEffect(() => () => stop(running.current), []);

  function ask(query: string) {
    stop(running.current);
    if (!query.trim()) {
      setState({ status: 'idle' });
      return;
    }
    const abort = new AbortController();
    const timer = window.setTimeout(async () => {
      const found = await readPublic<SearchAnswer>(`/api/search?q=${encodeURIComponent(query.trim())}`, abort.signal);
      if (abort.signal.aborted) return;
      setState(found.ok ? { status: 'answered', answer: found.value } : { status: 'failed', message: found.message });
    }, WAIT_MS);
    running.current = { timer, abort };
  }

  return [state, ask];
}
