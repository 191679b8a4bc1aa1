'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { useCall } from '@/components/session/use-call';
import { Button } from '@/components/ui/button';

const LOOK_AGAIN_MS = 2_000;

/** While the server is at work: reads the page again every two seconds, and lets somebody go on where it was lost. */
export function RegradeProgress({ regradeId, words }: { readonly regradeId: string; readonly words: string }) {
  const router = useRouter();
  const { call, isBusy, problem } = useCall();

  // The server works in the background; only asking again tells how far it is.
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [router]);

  return (
    <div>
      <p role="status">{words}</p>
      <Button
        size="small"
        kind="quiet"
        isBusy={isBusy}
        onClick={() =>
          void call(`/api/instructor/regrades/${regradeId}/steps`, { method: 'POST', body: { step: 'continue' } })
        }
      >
        It does not move: go on now
      </Button>
      {problem() ? <p role="alert">{problem()}</p> : null}
    </div>
  );
}
