'use client';

import { useEffect } from 'react';
import { callApi } from '@/components/session/call-api';

/** Tells the server that the answers were on a screen. Not while rendering: a page fetched ahead was seen by nobody. */
export function NoteSeen() {
  // The server keeps which answers are unread; this page has just shown them.
  useEffect(() => {
    void callApi('/api/reports/seen', { method: 'PUT', body: {} });
  }, []);
  return null;
}
