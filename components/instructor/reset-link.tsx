'use client';

import { useState } from 'react';
import { callApi } from '@/components/session/call-api';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { LocalTime } from '@/components/ui/local-time';
import { Notice } from '@/components/ui/notice';
import styles from './reset-link.module.css';

type LinkState =
  | { readonly step: 'none' }
  | { readonly step: 'making' }
  | { readonly step: 'made'; readonly url: string; readonly expiresAt: number; readonly isCopied: boolean }
  | { readonly step: 'failed'; readonly message: string };

/** Makes a one-time link for a forgotten password. It is shown once: the server keeps only its hash. */
export function ResetLink({ learnerId, name }: { readonly learnerId: string; readonly name: string }) {
  const [state, setState] = useState<LinkState>({ step: 'none' });

  async function make() {
    setState({ step: 'making' });
    const result = await callApi<{ url: string; expiresAt: number }>('/api/instructor/reset-links', {
      method: 'POST',
      body: { learnerId },
    });
    setState(
      result.ok ? { step: 'made', ...result.value, isCopied: false } : { step: 'failed', message: result.message },
    );
  }

  async function copy(url: string, field: HTMLInputElement | null) {
    field?.select();
    // Over plain http there is no clipboard: the selected text is then one key press away.
    await navigator.clipboard?.writeText(url).catch(() => undefined);
    setState((now) => (now.step === 'made' ? { ...now, isCopied: Boolean(navigator.clipboard) } : now));
  }

  if (state.step === 'made') {
    return (
      <Notice kind="done" live="status" title={`A link for ${name}, shown only now`}>
        <p>
          Send it to nobody else. It works once, until <LocalTime at={state.expiresAt} />.
        </p>
        <Field label="Password link">
          {(control) => (
            <span className={styles.pair}>
              <input
                {...control}
                className={styles.url}
                readOnly
                value={state.url}
                onFocus={(event) => event.target.select()}
              />
              <Button
                size="small"
                onClick={({ currentTarget }) =>
                  void copy(state.url, currentTarget.parentElement?.querySelector('input') ?? null)
                }
              >
                {state.isCopied ? 'Copied' : 'Copy'}
              </Button>
            </span>
          )}
        </Field>
      </Notice>
    );
  }
  return (
    <div className={styles.ask}>
      <Button isBusy={state.step === 'making'} onClick={() => void make()}>
        Make a password reset link
      </Button>
      {state.step === 'failed' ? (
        <Notice kind="problem" live="alert" title="No link was made.">
          <p>{state.message}</p>
        </Notice>
      ) : null}
    </div>
  );
}
