'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { callApi } from '@/components/session/call-api';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';

type Starting = { readonly status: 'idle' | 'sending' } | { readonly status: 'failed'; readonly message: string };

/** Draws a round and opens it; with one left unfinished, opens that. */
export function StartRound({ label }: { readonly label: string }) {
  const [starting, setStarting] = useState<Starting>({ status: 'idle' });
  const router = useRouter();

  async function start() {
    setStarting({ status: 'sending' });
    const begun = await callApi<{ roundId: string }>('/api/instructor/calibration-rounds', {
      method: 'POST',
      body: { cohortId: null },
    });
    if (begun.ok) router.push(`/instructor/trust/calibration/${begun.value.roundId}`);
    else setStarting({ status: 'failed', message: begun.message });
  }

  return (
    <>
      <p>
        <Button kind="primary" isBusy={starting.status === 'sending'} onClick={() => void start()}>
          {label}
        </Button>
      </p>
      {starting.status === 'failed' ? (
        <Notice kind="problem" live="alert" title="The round could not be opened.">
          <p>{starting.message}</p>
        </Notice>
      ) : null}
    </>
  );
}
