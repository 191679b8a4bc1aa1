'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import styles from './account-form.module.css';
import { useCall } from './use-call';

/** A press, not the mere opening of a link: programs that look into mail open links as well. */
export function ConfirmButton({ token }: { readonly token: string }) {
  const { send, isBusy, problem } = useCall();
  const [isDone, setIsDone] = useState(false);

  async function confirm() {
    const path = `/api/confirmations/${encodeURIComponent(token)}`;
    setIsDone((await send(path, { method: 'POST' })) !== null);
  }

  if (isDone)
    return (
      <Notice
        kind="done"
        live="status"
        title="The address is confirmed."
        actions={<LinkButton href="/account">To the account page</LinkButton>}
      />
    );
  return (
    <div className={styles.form}>
      <Button kind="primary" isBusy={isBusy} onClick={() => void confirm()}>
        Confirm the address
      </Button>
      {problem() ? (
        <Notice kind="problem" live="alert">
          <p>{problem()}</p>
        </Notice>
      ) : null}
      <noscript>Confirming needs JavaScript in this browser.</noscript>
    </div>
  );
}
