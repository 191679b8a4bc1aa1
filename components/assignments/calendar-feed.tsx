'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { callApi } from '@/components/session/call-api';
import { Button } from '@/components/ui/button';
import { LocalTime } from '@/components/ui/local-time';
import { Notice } from '@/components/ui/notice';
import styles from './assignments.module.css';
import { SecretField } from './secret-field';

type State =
  | { readonly step: 'idle' }
  | { readonly step: 'working' }
  | { readonly step: 'made'; readonly url: string }
  | { readonly step: 'revoked' }
  | { readonly step: 'failed'; readonly message: string };

/** Makes and takes back the secret address of one's calendar. It is shown once: the server keeps only its hash. */
export function CalendarFeed({ createdAt }: { readonly createdAt: number | null }) {
  const [state, setState] = useState<State>({ step: 'idle' });
  const router = useRouter();

  async function make() {
    setState({ step: 'working' });
    const result = await callApi<{ path: string }>('/api/calendar-feed', { method: 'POST', body: {} });
    if (!result.ok) return setState({ step: 'failed', message: result.message });
    setState({ step: 'made', url: `${window.location.origin}${result.value.path}` });
    router.refresh();
  }

  async function revoke() {
    setState({ step: 'working' });
    const result = await callApi('/api/calendar-feed', { method: 'DELETE', body: {} });
    setState(result.ok ? { step: 'revoked' } : { step: 'failed', message: result.message });
    if (result.ok) router.refresh();
  }

  const isBusy = state.step === 'working';
  return (
    <>
      <p className={styles.muted}>
        {createdAt === null ? (
          'No calendar reads your dates yet.'
        ) : (
          <>
            An address is in use since <LocalTime at={createdAt} />. It cannot be shown again; a new one replaces it.
          </>
        )}
      </p>
      {state.step === 'made' ? (
        <Notice kind="done" live="status" title="Your calendar’s address, shown only now">
          <p>Add it to your calendar as a subscription. Whoever has it can read your dates, and nothing else.</p>
          <SecretField label="Address of the calendar" value={state.url} />
        </Notice>
      ) : null}
      {state.step === 'failed' ? (
        <Notice kind="problem" live="alert" title="Nothing was changed.">
          <p>{state.message}</p>
        </Notice>
      ) : null}
      <div className={styles.actions}>
        <Button isBusy={isBusy} onClick={() => void make()}>
          {createdAt === null ? 'Make an address' : 'Make a new address'}
        </Button>
        {createdAt === null ? null : (
          <Button kind="quiet" isBusy={isBusy} onClick={() => void revoke()}>
            Take it back
          </Button>
        )}
        <p role="status">{state.step === 'revoked' ? 'The address no longer works.' : ''}</p>
      </div>
    </>
  );
}
