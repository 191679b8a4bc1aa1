'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { callApi } from '@/components/session/call-api';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import styles from './certificate.module.css';

type State =
  | { readonly status: 'closed' | 'asking' | 'sending' }
  | { readonly status: 'failed'; readonly message: string };

/** Asks once more, because a revoked certificate cannot be brought back. */
export function RevokeButton({ token }: { readonly token: string }) {
  const [state, setState] = useState<State>({ status: 'closed' });
  const router = useRouter();
  const close = () => setState({ status: 'closed' });

  async function revoke() {
    setState({ status: 'sending' });
    const result = await callApi(`/api/certificates/${token}/revocation`, { method: 'POST', body: {} });
    if (!result.ok) return setState({ status: 'failed', message: result.message });
    close();
    router.refresh();
  }

  return (
    <>
      <Button size="small" kind="quiet" onClick={() => setState({ status: 'asking' })}>
        Revoke…
      </Button>
      <Dialog title="Revoke this certificate" isOpen={state.status !== 'closed'} onClose={close}>
        <div className={styles.dialog}>
          <p>
            Its link will say that it was revoked, to everybody and for good. What you did in the course stays, and you
            can issue another certificate, under another link.
          </p>
          {state.status === 'failed' ? (
            <Notice kind="problem" live="alert">
              <p>{state.message}</p>
            </Notice>
          ) : null}
          <Button kind="primary" isBusy={state.status === 'sending'} onClick={() => void revoke()}>
            Revoke it
          </Button>
          <Button kind="quiet" onClick={close}>
            Keep it
          </Button>
        </div>
      </Dialog>
    </>
  );
}
