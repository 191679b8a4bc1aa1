'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { Notice } from '@/components/ui/notice';

const LOOK_AGAIN_MS = 4_000;

/** A submission without a grade yet: it is safe, and the page looks again by itself. */
export function Waiting() {
  const router = useRouter();
  // The server is outside: asked again until the page that comes back holds the grade and this is gone.
  useEffect(() => {
    const timer = window.setInterval(() => router.refresh(), LOOK_AGAIN_MS);
    return () => window.clearInterval(timer);
  }, [router]);
  return (
    <Notice kind="note" live="status" title="Your record is stored. Its grade is on the way.">
      <p>This page looks again every few seconds. You can close it; the result will be here.</p>
    </Notice>
  );
}
