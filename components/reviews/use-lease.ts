'use client';

import { useEffect, useState } from 'react';
import { callApi } from '@/components/session/call-api';

/** Whether the draft is the reader's for now. `unknown`: nothing could be asked, so the server will say when they decide. */
export type LeaseState =
  | { readonly state: 'asking' }
  | { readonly state: 'held'; readonly until: number }
  | { readonly state: 'taken'; readonly until: number }
  | { readonly state: 'unknown'; readonly message: string };

/** Well before ten minutes are over. */
const RENEW_MS = 3 * 60_000;
/** Somebody else may leave at any moment. */
const ASK_AGAIN_MS = 20_000;

function readUntil(detail: unknown): number {
  const until = typeof detail === 'object' && detail !== null && 'until' in detail ? detail.until : null;
  return typeof until === 'number' ? until : 0;
}

async function askLease(path: string, cohortId: string): Promise<LeaseState> {
  const asked = await callApi<{ until: number }>(path, { method: 'PUT', body: { cohortId } });
  if (asked.ok) return { state: 'held', until: asked.value.until };
  if (asked.code === 'taken') return { state: 'taken', until: readUntil(asked.detail) };
  return { state: 'unknown', message: asked.message };
}

/** Takes the lease on a draft while its page is open, renews it while it is in view, and leaves it with the page. */
export function useLease(submissionId: string, cohortId: string): LeaseState {
  const [lease, setLease] = useState<LeaseState>({ state: 'asking' });
  // The lease is the server's; this page only keeps it alive, and gives it back when it goes.
  useEffect(() => {
    const path = `/api/instructor/reviews/${submissionId}/lease`;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isGone = false;
    async function ask() {
      clearTimeout(timer);
      if (document.visibilityState === 'hidden' || isGone) return;
      const next = await askLease(path, cohortId);
      if (isGone) return;
      setLease(next);
      timer = setTimeout(() => void ask(), next.state === 'held' ? RENEW_MS : ASK_AGAIN_MS);
    }
    function leave() {
      const headers = { 'content-type': 'application/json' };
      // Outlives the page; whether it arrives does not matter, since the lease runs out by itself.
      void fetch(path, { method: 'DELETE', keepalive: true, headers, body: JSON.stringify({ cohortId }) }).catch(
        () => undefined,
      );
    }
    const onVisible = () => void ask();
    void ask();
    document.addEventListener('visibilitychange', onVisible);
    window.addEventListener('pagehide', leave);
    // Back from the browser's own cache the page goes on as it was.
    window.addEventListener('pageshow', onVisible);
    return () => {
      isGone = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onVisible);
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('pageshow', onVisible);
      leave();
    };
  }, [submissionId, cohortId]);
  return lease;
}
