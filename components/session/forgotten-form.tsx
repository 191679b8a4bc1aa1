'use client';

import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import styles from './account-form.module.css';
import { useCall } from './use-call';

/** Asks for a letter with a link to a new password. What it says afterwards is the same for every address. */
export function ForgottenForm() {
  const { send, refuse, isBusy, errorFor, problem } = useCall();
  const [sentTo, setSentTo] = useState<string | null>(null);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const email = String(new FormData(form).get('email') ?? '').trim();
    if (!/^\S+@\S+\.\S+$/.test(email)) {
      refuse('Enter an e-mail address, such as ada@example.org.', 'email');
      form.querySelector<HTMLInputElement>('[name="email"]')?.focus();
      return;
    }
    if (await send('/api/auth/forgotten', { method: 'POST', body: { email } })) setSentTo(email);
  }

  if (sentTo)
    return (
      <Notice kind="done" live="status" title={`If ${sentTo} has an account here, a letter is on its way.`}>
        <p>
          It holds a link that works once, within a day. Nothing there after a few minutes? Look among unwanted mail, or
          try the address that you signed up with.
        </p>
      </Notice>
    );
  return (
    <form className={styles.form} method="post" noValidate onSubmit={(event) => void submit(event)}>
      <Field label="E-mail" hint="The address of your account." error={errorFor('email')}>
        {(control) => <input {...control} name="email" type="email" autoComplete="email" maxLength={254} />}
      </Field>
      {problem('email') ? (
        <Notice kind="problem" live="alert">
          <p>{problem('email')}</p>
        </Notice>
      ) : null}
      <Button type="submit" kind="primary" isBusy={isBusy}>
        Send the link
      </Button>
      <noscript>Asking for a link needs JavaScript in this browser.</noscript>
    </form>
  );
}
