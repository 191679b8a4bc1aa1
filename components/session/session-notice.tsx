'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import styles from './banner.module.css';
import { becomeGuest, SESSION_EXPIRED_EVENT, SESSION_LIVE_EVENT } from './call-api';
import { withLock } from './with-lock';

/** Shown when the server no longer knows this browser. Nobody is made a new guest without having said so. */
export function SessionNotice() {
  const [state, setState] = useState<'hidden' | 'asking' | 'working'>('hidden');
  const [problem, setProblem] = useState<string | null>(null);
  const router = useRouter();

  // callApi, outside React, announces on window that a session is dead, or alive again.
  useEffect(() => {
    const show = () => setState((before) => (before === 'working' ? before : 'asking'));
    const hide = () => setState('hidden');
    window.addEventListener(SESSION_EXPIRED_EVENT, show);
    window.addEventListener(SESSION_LIVE_EVENT, hide);
    return () => {
      window.removeEventListener(SESSION_EXPIRED_EVENT, show);
      window.removeEventListener(SESSION_LIVE_EVENT, hide);
    };
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
    <div className={classNames(styles.banner, styles.sticky)} data-print="hide">
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
