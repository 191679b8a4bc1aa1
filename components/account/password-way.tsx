'use client';

import { type FormEvent, useState } from 'react';
import { PasswordField } from '@/components/session/password-field';
import { useCall } from '@/components/session/use-call';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import styles from './ways.module.css';

/** Another password; every other browser is signed out by it. */
export function PasswordWay() {
  const { call, refuse, isBusy, errorFor, problem } = useCall();
  const [isDone, setIsDone] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const body = { current: String(data.get('current') ?? ''), password: String(data.get('password') ?? '') };
    setIsDone(false);
    if (!body.current) return refuse('Enter the password that you have now.', 'current');
    if (body.password.length < 8) return refuse('Use at least 8 characters.', 'password');
    if (!(await call('/api/account/password', { method: 'POST', body }))) return;
    form.reset();
    setIsDone(true);
  }

  return (
    <div className={styles.way}>
      <h3>Password</h3>
      <details className={styles.more}>
        <summary>Set another password</summary>
        <form className={styles.form} method="post" noValidate onSubmit={(event) => void submit(event)}>
          <PasswordField kind="current" name="current" label="Password now" error={errorFor('current')} />
          <PasswordField kind="new" error={errorFor('password')} />
          {problem('current', 'password') ? (
            <Notice kind="problem" live="alert">
              <p>{problem('current', 'password')}</p>
            </Notice>
          ) : null}
          <Button type="submit" isBusy={isBusy}>
            Change it
          </Button>
        </form>
      </details>
      {isDone ? (
        <Notice kind="done" live="status" title="The password is changed.">
          <p>Every other browser that was signed in to this account has been signed out.</p>
        </Notice>
      ) : null}
    </div>
  );
}
