'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { callApi } from '@/components/session/call-api';

/** Tells the server whose days count, where that is not what it has. Only the zone is told, never the clock. */
export function useZone(stored: string | null, hasCards: boolean): void {
  const router = useRouter();

  // The zone is the browser's own: nothing else knows it.
  useEffect(() => {
    if (!hasCards) return;
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    if (!timeZone || timeZone === stored) return;
    void callApi('/api/recall/time-zone', { method: 'PUT', body: { timeZone } }).then((result) => {
      if (result.ok) router.refresh();
    });
  }, [stored, hasCards, router]);
}
