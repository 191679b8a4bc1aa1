'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import styles from './banner.module.css';
import { becomeGuest, SESSION_EXPIRED_EVENT } from './call-api';
import { withLock } from './with-lock';

/** Shown when the server no longer knows this browser. Nobody is made a new guest without having said so. */
export function SessionNotice() {
  const [state, setState] = useState<'hidden' | 'asking' | 'working'>('hidden');
  const [problem, setProblem] = useState<string | null>(null);
  const router = useRouter();

  // callApi, outside React, announces a dead session on window.
  useEffect(() => {
    const show = () => setState((before) => (before === 'working' ? before : 'asking'));
    window.addEventListener(SESSION_EXPIRED_EVENT, show);
    return () => window.removeEventListener(SESSION_EXPIRED_EVENT, show);
  }, []);

  async function continueAsGuest() {
    setState('working');
    const result = await withLock('defensible-guest', becomeGuest);
    setProblem(result.ok ? null : result.message);
    setState(result.ok ? 'hidden' : 'asking');
    if (result.ok) router.refresh();
  }

  if (state === 'hidden') return null;
  return (
    <div className={styles.banner} data-print="hide">
      <Notice
        kind="caution"
        live="alert"
        title="This browser is no longer signed in."
        actions={
          <>
            <LinkButton href="/account" kind="primary" size="small">
              Sign in
            </LinkButton>
            <Button size="small" isBusy={state === 'working'} onClick={continueAsGuest}>
              Continue as a new guest
            </Button>
          </>
        }
      >
        <p>
          What you wrote is kept on this device and nothing handed in is lost. Sign in to find your earlier work again;
          a new guest starts with none.
        </p>
        {problem ? <p>{problem}</p> : null}
      </Notice>
    </div>
  );
}
