'use client';

import { useIsBrowser } from '@/components/ui/use-is-browser';

/** The time zone in which this browser shows and reads dates, by name; the server writes UTC. */
export function ZoneName() {
  return useIsBrowser() ? new Intl.DateTimeFormat().resolvedOptions().timeZone : 'UTC';
}
