'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { callApi } from './call-api';

/** Uses the one-time link; the page and its header are then read again, and say what the account has become. */
export function ClaimButton({ token }: { readonly token: string }) {
  const [state, setState] = useState<'ready' | 'working'>('ready');
  const [problem, setProblem] = useState<string | null>(null);
  const router = useRouter();

  async function claim() {
    setState('working');
    const result = await callApi(`/api/claims/${encodeURIComponent(token)}`, { method: 'POST', body: {} });
    setProblem(result.ok ? null : result.message);
    if (result.ok) router.refresh();
    else setState('ready');
  }

  return (
    <>
      <div>
        <Button kind="primary" isBusy={state === 'working'} onClick={() => void claim()}>
          Become an instructor
        </Button>
      </div>
      {problem ? (
        <Notice kind="problem" live="alert">
          <p>{problem}</p>
        </Notice>
      ) : null}
    </>
  );
}
