'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { checkFields, type FieldErrors, isFieldName } from './account-fields';
import styles from './account-form.module.css';
import { callApi } from './call-api';
import { PasswordField } from './password-field';

interface AccountFormProps {
  readonly mode: 'sign-up' | 'sign-in';
  readonly submitLabel: string;
}

const PATH = { 'sign-up': '/api/auth/sign-up/email', 'sign-in': '/api/auth/sign-in/email' } as const;

/** Sign up or sign in; the page around it is read again with the new session. */
export function AccountForm({ mode, submitLabel }: AccountFormProps) {
  const [errors, setErrors] = useState<FieldErrors>({});
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const router = useRouter();

  function show(next: FieldErrors) {
    setErrors(next);
    const first = (['name', 'email', 'password'] as const).find((name) => next[name]);
    if (first) form.current?.querySelector<HTMLInputElement>(`[name="${first}"]`)?.focus();
  }

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const read = (name: string) => String(data.get(name) ?? '');
    const fields = { name: read('name'), email: read('email').trim(), password: read('password') };
    const found = checkFields(fields, mode);
    setProblem(null);
    show(found);
    if (Object.keys(found).length > 0) return;
    setIsBusy(true);
    const { name, ...credentials } = fields;
    const result = await callApi(PATH[mode], {
      method: 'POST',
      body: mode === 'sign-up' ? { name, ...credentials } : credentials,
    });
    setIsBusy(false);
    if (result.ok) router.refresh();
    else if (isFieldName(result.path)) show({ [result.path]: result.message });
    else setProblem(result.message);
  }

  return (
    <form ref={form} className={styles.form} method="post" noValidate onSubmit={(event) => void submit(event)}>
      {mode === 'sign-up' ? (
        <Field label="Name" hint="As instructors should see it." error={errors.name}>
          {(control) => <input {...control} name="name" autoComplete="name" maxLength={120} />}
        </Field>
      ) : null}
      <Field label="E-mail" error={errors.email}>
        {(control) => <input {...control} name="email" type="email" autoComplete="email" maxLength={254} />}
      </Field>
      <PasswordField kind={mode === 'sign-up' ? 'new' : 'current'} error={errors.password} />
      {problem ? (
        <Notice kind="problem" live="alert">
          <p>{problem}</p>
        </Notice>
      ) : null}
      <Button type="submit" kind="primary" isBusy={isBusy}>
        {isBusy ? 'One moment…' : submitLabel}
      </Button>
      <noscript>Accounts need JavaScript in this browser. Lessons can be read without it.</noscript>
    </form>
  );
}
