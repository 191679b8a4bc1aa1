'use client';

import { type FormEvent, useState } from 'react';
import { useCall } from '@/components/session/use-call';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import styles from './cohort.module.css';

const ROW = classNames(styles.row, styles.rowWide);

/** What the organisation is called; whoever is invited reads it. */
export function OrganisationName({ name }: { readonly name: string | null }) {
  const { call, isBusy, errorFor, problem, refuse } = useCall();
  const [isSaved, setIsSaved] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setIsSaved(false);
    const next = String(new FormData(event.currentTarget).get('name') ?? '').trim();
    if (next.length < 2) return refuse('Write a name of at least two letters.', 'name');
    setIsSaved((await call('/api/organisation', { method: 'PUT', body: { name: next } })) !== null);
  }

  return (
    <form className={ROW} noValidate onSubmit={(event) => void submit(event)}>
      <Field label="Name of the organisation" hint="Stands on every invitation." error={errorFor('name')}>
        {(control) => (
          <input {...control} name="name" defaultValue={name ?? ''} maxLength={80} autoComplete="organization" />
        )}
      </Field>
      <Button type="submit" isBusy={isBusy}>
        Save the name
      </Button>
      <p role="status" className={styles.muted}>
        {isSaved ? 'Saved.' : problem('name')}
      </p>
    </form>
  );
}

/** Makes the account with an address an owner. */
export function AppointOwner() {
  const { call, isBusy, errorFor, problem, refuse } = useCall();
  const [said, setSaid] = useState('');

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    setSaid('');
    const email = String(new FormData(form).get('email') ?? '').trim();
    if (!email.includes('@')) return refuse('Write the e-mail address of an account.', 'email');
    if (!(await call('/api/organisation/owners', { method: 'POST', body: { email } }))) return;
    form.reset();
    setSaid(`${email} is an owner now.`);
  }

  return (
    <form className={ROW} noValidate onSubmit={(event) => void submit(event)}>
      <Field
        label="E-mail of another owner"
        hint="They see and may change everything, owners included. The account must exist."
        error={errorFor('email')}
      >
        {(control) => <input {...control} name="email" type="email" maxLength={254} autoComplete="off" />}
      </Field>
      <Button type="submit" isBusy={isBusy}>
        Appoint
      </Button>
      <p role="status" className={styles.muted}>
        {said || problem('email')}
      </p>
    </form>
  );
}

/** Takes the ownership from one person; the last one has no such button. */
export function DismissOwner({ learnerId, name }: { readonly learnerId: string; readonly name: string }) {
  const { call, isBusy, problem } = useCall();
  return (
    <div className={styles.actions}>
      <Button
        size="small"
        isBusy={isBusy}
        aria-label={`Dismiss ${name} as an owner`}
        onClick={() => void call(`/api/organisation/owners/${learnerId}`, { method: 'DELETE' })}
      >
        Dismiss
      </Button>
      {problem() ? (
        <Notice kind="problem" live="alert">
          <p>{problem()}</p>
        </Notice>
      ) : null}
    </div>
  );
}
