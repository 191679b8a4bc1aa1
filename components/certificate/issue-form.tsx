'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useReducer, useRef } from 'react';
import { callApi } from '@/components/session/call-api';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import styles from './certificate.module.css';
import { reduceIssue } from './issue-machine';

/** Name and consent; the page around it is read again and then shows the certificate. */
export function IssueForm() {
  const [state, tell] = useReducer(reduceIssue, { status: 'open' });
  const form = useRef<HTMLFormElement>(null);
  const router = useRouter();
  const holes = state.status === 'incomplete' ? state : null;

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const asked = { type: 'asked', name: String(data.get('name') ?? ''), mayBeRead: data.has('mayBeRead') } as const;
    tell(asked);
    const next = reduceIssue(state, asked);
    if (next.status === 'incomplete')
      form.current?.querySelector<HTMLInputElement>(`[name="${next.name ? 'name' : 'mayBeRead'}"]`)?.focus();
    if (next.status !== 'sending' || state.status === 'sending') return;
    const { name, mayBeRead } = asked;
    const result = await callApi('/api/certificates', { method: 'POST', body: { name: name.trim(), mayBeRead } });
    if (result.ok) router.refresh();
    else tell({ type: 'refused', message: result.message, path: result.path });
  }

  return (
    <form ref={form} className={styles.form} noValidate onSubmit={(event) => void submit(event)}>
      <Field
        label="Name on the certificate"
        hint="It cannot be changed afterwards; you can revoke the certificate and issue another."
        error={holes?.name ?? undefined}
      >
        {(control) => <input {...control} name="name" autoComplete="name" maxLength={80} />}
      </Field>
      <div className={styles.consent}>
        <label>
          <input
            type="checkbox"
            name="mayBeRead"
            aria-invalid={holes?.consent ? true : undefined}
            aria-describedby={holes?.consent ? 'consent-error' : undefined}
          />
          <span>Whoever I give the link to may read this name, the date and the criteria I met.</span>
        </label>
        {holes?.consent ? (
          <p id="consent-error" className={styles.error}>
            {holes.consent}
          </p>
        ) : null}
      </div>
      {state.status === 'failed' ? (
        <Notice kind="problem" live="alert">
          <p>{state.message}</p>
        </Notice>
      ) : null}
      <Button type="submit" kind="primary" isBusy={state.status === 'sending'}>
        {state.status === 'sending' ? 'One moment…' : 'Issue the certificate'}
      </Button>
    </form>
  );
}
