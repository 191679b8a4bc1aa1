'use client';

import { type FormEvent, useState } from 'react';
import { PasswordField } from '@/components/session/password-field';
import { useCall } from '@/components/session/use-call';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { Tag } from '@/components/ui/tag';
import styles from './ways.module.css';

interface AddressWayProps {
  readonly email: string | null;
  readonly isConfirmed: boolean;
  readonly pendingEmail: string | null;
  readonly sendsMail: boolean;
  readonly hasPassword: boolean;
}

/** The address of the account: whether it is known to be theirs, and how to have another. */
export function AddressWay({ email, isConfirmed, pendingEmail, sendsMail, hasPassword }: AddressWayProps) {
  return (
    <div className={styles.way}>
      <h3>Address</h3>
      <p className={styles.value}>
        {email ?? 'None: the one that you have elsewhere belongs to another account here.'}{' '}
        {email ? <Tag tone={isConfirmed ? 'met' : 'plain'}>{isConfirmed ? 'Confirmed' : 'Not confirmed'}</Tag> : null}
      </p>
      {pendingEmail ? (
        <p className={styles.muted}>
          {pendingEmail} waits to be confirmed: open the link in the letter that went there. Until then the address
          stays what it is.
        </p>
      ) : null}
      {email && !isConfirmed && sendsMail ? <Resend /> : null}
      {sendsMail ? (
        <ChangeAddress hasPassword={hasPassword} hasAddress={email !== null} />
      ) : (
        <p className={styles.muted}>
          This course sends no e-mail, so addresses are neither confirmed nor changed here.
        </p>
      )}
    </div>
  );
}

function Resend() {
  const { send, isBusy, problem } = useCall();
  const [isSent, setIsSent] = useState(false);
  return (
    <>
      <p className={styles.muted}>
        Confirm it, so that a forgotten password can be mended by mail and nobody else’s account gets your address.
      </p>
      <div>
        <Button
          isBusy={isBusy}
          onClick={() =>
            void send('/api/account/email/confirmation', { method: 'POST' }).then((sent) => setIsSent(sent !== null))
          }
        >
          {isSent ? 'Send it once more' : 'Send me the link'}
        </Button>
      </div>
      {isSent && !problem() ? (
        <Notice kind="done" live="status" title="A letter is on its way.">
          <p>Open its link in this browser, within a day. A letter that was sent before no longer counts.</p>
        </Notice>
      ) : null}
      <Problem text={problem()} />
    </>
  );
}

function Problem({ text }: { readonly text: string | null }) {
  return text ? (
    <Notice kind="problem" live="alert">
      <p>{text}</p>
    </Notice>
  ) : null;
}

interface ChangeAddressProps {
  readonly hasPassword: boolean;
  readonly hasAddress: boolean;
}

function ChangeAddress({ hasPassword, hasAddress }: ChangeAddressProps) {
  const { call, isBusy, errorFor, problem, refuse } = useCall();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const email = String(data.get('email') ?? '').trim();
    const password = String(data.get('password') ?? '');
    if (!/^\S+@\S+\.\S+$/.test(email)) {
      refuse('Enter an e-mail address, such as ada@example.org.', 'email');
      form.querySelector<HTMLInputElement>('[name="email"]')?.focus();
      return;
    }
    const body = hasPassword ? { email, password } : { email };
    if (await call('/api/account/email', { method: 'POST', body })) form.reset();
  }

  return (
    <details className={styles.more}>
      <summary>{hasAddress ? 'Use another address' : 'Add an address'}</summary>
      <form className={styles.form} method="post" noValidate onSubmit={(event) => void submit(event)}>
        <Field label="New address" hint="A letter goes there first." error={errorFor('email')}>
          {(control) => <input {...control} name="email" type="email" autoComplete="off" maxLength={254} />}
        </Field>
        {hasPassword ? <PasswordField kind="current" error={errorFor('password')} /> : null}
        <Problem text={problem('email', 'password')} />
        <Button type="submit" isBusy={isBusy}>
          Send a letter there
        </Button>
      </form>
    </details>
  );
}
