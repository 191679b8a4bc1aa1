'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { callApi } from '@/components/session/call-api';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import styles from './assignments.module.css';
import { SecretField } from './secret-field';

interface WebhookFormProps {
  readonly cohortId: string;
  readonly hasWebhook: boolean;
}

type State =
  | { readonly step: 'ready' | 'working' }
  | { readonly step: 'said'; readonly message: string }
  | { readonly step: 'set'; readonly secret: string }
  | { readonly step: 'failed'; readonly isAddress: boolean; readonly message: string };

/** Where a cohort's messages go: set, tested, taken away. */
export function WebhookForm({ cohortId, hasWebhook }: WebhookFormProps) {
  const [state, setState] = useState<State>({ step: 'ready' });
  const router = useRouter();
  const path = `/api/instructor/cohorts/${cohortId}/webhook`;
  const failed = state.step === 'failed' ? state : null;

  async function set(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const url = String(new FormData(event.currentTarget).get('url') ?? '').trim();
    setState({ step: 'working' });
    const result = await callApi<{ secret: string }>(path, { method: 'PUT', body: { url } });
    if (!result.ok) return setState({ step: 'failed', isAddress: result.path === 'url', message: result.message });
    setState({ step: 'set', secret: result.value.secret });
    router.refresh();
  }

  async function call(method: 'POST' | 'DELETE', address: string, message: string) {
    setState({ step: 'working' });
    const result = await callApi(address, { method, body: {} });
    setState(result.ok ? { step: 'said', message } : { step: 'failed', isAddress: false, message: result.message });
    if (result.ok) router.refresh();
  }

  return (
    <>
      {state.step === 'set' ? (
        <Notice kind="done" live="status" title="The webhook is set. Its secret is shown only now.">
          <p>The receiver checks signatures with it. Slack and the like need none.</p>
          <SecretField label="Secret" value={state.secret} />
        </Notice>
      ) : null}
      <form className={styles.form} noValidate onSubmit={(event) => void set(event)}>
        <Field
          label={hasWebhook ? 'Another address' : 'Address of the webhook'}
          hint="Begins with https:// and leads to a public host. Messages are JSON of the form {“text”: …}, as Slack takes them."
          error={failed?.isAddress ? failed.message : undefined}
        >
          {(control) => <input {...control} name="url" type="url" inputMode="url" autoComplete="off" />}
        </Field>
        {failed && !failed.isAddress ? (
          <Notice kind="problem" live="alert" title="That did not work.">
            <p>{failed.message}</p>
          </Notice>
        ) : null}
        <div className={styles.actions}>
          <Button type="submit" isBusy={state.step === 'working'}>
            {hasWebhook ? 'Replace it' : 'Set the webhook'}
          </Button>
          {hasWebhook ? (
            <>
              <Button
                isBusy={state.step === 'working'}
                onClick={() =>
                  void call(
                    'POST',
                    `${path}/test`,
                    'A test goes out within half a minute; the log says what came of it.',
                  )
                }
              >
                Send a test
              </Button>
              <Button
                kind="quiet"
                isBusy={state.step === 'working'}
                onClick={() => void call('DELETE', path, 'The webhook is gone.')}
              >
                Take it away
              </Button>
            </>
          ) : null}
          <p role="status">{state.step === 'said' ? state.message : ''}</p>
        </div>
      </form>
    </>
  );
}
