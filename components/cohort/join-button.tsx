'use client';

import { useCall } from '@/components/session/use-call';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import styles from './cohort.module.css';

/** Accepts an invitation; somebody without a session becomes a guest by it. */
export function JoinButton({ token, children }: { readonly token: string; readonly children: string }) {
  const { call, isBusy, problem } = useCall();
  return (
    <div className={styles.form}>
      <div>
        <Button
          kind="primary"
          isBusy={isBusy}
          onClick={() => void call(`/api/invites/${encodeURIComponent(token)}`, { method: 'POST' })}
        >
          {children}
        </Button>
      </div>
      {problem() ? (
        <Notice kind="problem" live="alert">
          <p>{problem()}</p>
        </Notice>
      ) : null}
      <noscript>Joining needs JavaScript in this browser.</noscript>
    </div>
  );
}
