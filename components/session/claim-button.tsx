'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { callApi } from './call-api';

/** Uses the one-time link; the reader then goes to the instructor's page by themselves. */
export function ClaimButton({ token }: { readonly token: string }) {
  const [state, setState] = useState<'ready' | 'working' | 'done'>('ready');
  const [problem, setProblem] = useState<string | null>(null);

  async function claim() {
    setState('working');
    const result = await callApi(`/api/claims/${encodeURIComponent(token)}`, { method: 'POST', body: {} });
    setProblem(result.ok ? null : result.message);
    setState(result.ok ? 'done' : 'ready');
  }

  if (state === 'done')
    return (
      <Notice
        kind="done"
        live="status"
        title="You are an instructor now."
        actions={
          <LinkButton href="/instructor" kind="primary" size="small">
            See who is learning
          </LinkButton>
        }
      >
        <p>The link is used up and works for nobody else.</p>
      </Notice>
    );
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
