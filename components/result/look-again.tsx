'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

const LOOK_AGAIN_MS = 4_000;

/** Renders nothing and asks the server for the page again every few seconds, `times` times or until it is gone. */
export function LookAgain({ times = Number.POSITIVE_INFINITY }: { readonly times?: number }) {
  const router = useRouter();
  // The server is outside: asked again until the page that comes back no longer holds this.
  useEffect(() => {
    let left = times;
    const timer = window.setInterval(() => {
      if (left <= 0) return window.clearInterval(timer);
      left -= 1;
      router.refresh();
    }, LOOK_AGAIN_MS);
    return () => window.clearInterval(timer);
  }, [router, times]);
  return null;
}
