'use client';

import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import styles from './account-form.module.css';
import { callApi } from './call-api';
import { PasswordField } from './password-field';

export function ResetForm({ token }: { readonly token: string }) {
  const [state, setState] = useState<'ready' | 'working' | 'done'>('ready');
  const [error, setError] = useState<string | undefined>();
  const [problem, setProblem] = useState<string | null>(null);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get('password') ?? '');
    const tooShort = password.length < 8 ? 'Use at least 8 characters.' : undefined;
    setError(tooShort);
    setProblem(null);
    if (tooShort) return;
    setState('working');
    const result = await callApi(`/api/password-resets/${encodeURIComponent(token)}`, {
      method: 'POST',
      body: { password },
    });
    setState(result.ok ? 'done' : 'ready');
    if (result.ok) return;
    if (result.path === 'password') setError(result.message);
    else setProblem(result.message);
  }

  if (state === 'done')
    return (
      <Notice
        kind="done"
        live="status"
        title="The new password is set."
        actions={<LinkButton href="/account">Sign in with it</LinkButton>}
      >
        <p>Every browser that was signed in to this account has been signed out.</p>
      </Notice>
    );
  return (
    <form className={styles.form} method="post" noValidate onSubmit={(event) => void submit(event)}>
      <PasswordField kind="new" error={error} />
      {problem ? (
        <Notice kind="problem" live="alert">
          <p>{problem}</p>
        </Notice>
      ) : null}
      <Button type="submit" kind="primary" isBusy={state === 'working'}>
        Set the password
      </Button>
      <noscript>Setting a password needs JavaScript in this browser.</noscript>
    </form>
  );
}
