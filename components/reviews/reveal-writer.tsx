'use client';

import { type FormEvent, useState } from 'react';
import { callApi } from '@/components/session/call-api';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import styles from './review-parts.module.css';

interface Writer {
  readonly name: string;
  readonly email: string | null;
  readonly isGuest: boolean;
}

type State =
  | { readonly step: 'closed' }
  | { readonly step: 'sending' }
  | { readonly step: 'failed'; readonly message: string }
  | { readonly step: 'shown'; readonly writer: Writer };

/** For those who run the cohort: whose draft it is, after saying why. The reason goes into the record of acts. */
export function RevealWriter({ submissionId, cohortId }: { readonly submissionId: string; readonly cohortId: string }) {
  const [state, setState] = useState<State>({ step: 'closed' });
  async function ask(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get('reason') ?? '').trim();
    if (reason.length < 5) {
      setState({ step: 'failed', message: 'Say in a few words why you need to know.' });
      return;
    }
    setState({ step: 'sending' });
    const path = `/api/instructor/reviews/${submissionId}/writer`;
    const result = await callApi<Writer>(path, { method: 'POST', body: { cohortId, reason } });
    setState(result.ok ? { step: 'shown', writer: result.value } : { step: 'failed', message: result.message });
  }
  if (state.step === 'shown') {
    const { name, email, isGuest } = state.writer;
    return (
      <p role="status" className={styles.writer}>
        Written by <strong>{isGuest ? 'a guest' : name}</strong>
        {email ? `, ${email}` : ''}. That you looked is written down.
      </p>
    );
  }
  return (
    <details className={styles.reveal}>
      <summary>See whose draft it is</summary>
      <form className={styles.form} noValidate onSubmit={(event) => void ask(event)}>
        <p className={styles.note}>
          A grade is fairer when the name is not known. Where you need it, say why; owners read that in the record of
          acts.
        </p>
        <Field label="Why you need the name" error={state.step === 'failed' ? state.message : undefined}>
          {(control) => <input {...control} name="reason" maxLength={300} autoComplete="off" />}
        </Field>
        <Button type="submit" isBusy={state.step === 'sending'}>
          Show the name
        </Button>
      </form>
    </details>
  );
}
