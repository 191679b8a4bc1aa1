'use client';

import { type FormEvent, useRef, useState } from 'react';
import { callApi } from '@/components/session/call-api';
import { PasswordField } from '@/components/session/password-field';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import styles from './own-data.module.css';

const WORD = 'delete';

type State =
  | { readonly status: 'closed' }
  | { readonly status: 'asking'; readonly problem: Problem | null }
  | { readonly status: 'working' };

interface Problem {
  readonly field: 'word' | 'password' | null;
  readonly message: string;
}

interface DeleteAccountProps {
  readonly isGuest: boolean;
  /** Not guests, nor who comes by single sign-on only: that account's session must be fresh. */
  readonly hasPassword: boolean;
}

/** Deletes the account, or the guest, after the word was typed and, for an account, its password. */
export function DeleteAccount({ isGuest, hasPassword }: DeleteAccountProps) {
  const [state, setState] = useState<State>({ status: 'closed' });
  const what = isGuest ? 'this guest' : 'this account';
  return (
    <>
      <div>
        <Button onClick={() => setState({ status: 'asking', problem: null })}>Delete {what} …</Button>
      </div>
      <Dialog
        title={`Delete ${what} and all its work?`}
        isOpen={state.status !== 'closed'}
        onClose={() => setState({ status: 'closed' })}
      >
        <DeleteForm hasPassword={hasPassword} state={state} onState={setState} />
      </Dialog>
    </>
  );
}

interface DeleteFormProps {
  readonly hasPassword: boolean;
  readonly state: State;
  readonly onState: (state: State) => void;
}

function DeleteForm({ hasPassword, state, onState }: DeleteFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const problem = state.status === 'asking' ? state.problem : null;

  function refuse(found: Problem) {
    onState({ status: 'asking', problem: found });
    if (found.field) form.current?.querySelector<HTMLInputElement>(`[name="${found.field}"]`)?.focus();
  }

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const password = String(data.get('password') ?? '');
    const word = String(data.get('word') ?? '').trim();
    if (word.toLowerCase() !== WORD) return refuse({ field: 'word', message: `Type the word ${WORD}.` });
    if (hasPassword && !password) return refuse({ field: 'password', message: 'Enter the password of this account.' });
    onState({ status: 'working' });
    const body = { confirm: WORD, ...(hasPassword ? { password } : {}) };
    const result = await callApi('/api/account/deletion', { method: 'POST', body });
    if (!result.ok) return refuse({ field: result.path === 'password' ? 'password' : null, message: result.message });
    forgetOnDevice();
    // A page of its own, read anew: nothing of the person is left in this one's memory.
    window.location.assign('/account/deleted');
  }

  return (
    <form ref={form} className={styles.form} noValidate onSubmit={(event) => void submit(event)}>
      <p>This cannot be undone, by anybody. Export your work first if you want to keep it.</p>
      <Field label={`Type “${WORD}” to confirm`} error={problem?.field === 'word' ? problem.message : undefined}>
        {(control) => <input {...control} name="word" autoComplete="off" autoCapitalize="none" spellCheck={false} />}
      </Field>
      {hasPassword ? (
        <PasswordField kind="current" error={problem?.field === 'password' ? problem.message : undefined} />
      ) : null}
      {problem && problem.field === null ? (
        <Notice kind="problem" live="alert" title="Nothing is deleted.">
          <p>{problem.message}</p>
        </Notice>
      ) : null}
      <div className={styles.actions}>
        <Button type="submit" kind="primary" isBusy={state.status === 'working'}>
          Delete everything
        </Button>
        <Button kind="quiet" onClick={() => onState({ status: 'closed' })}>
          Keep it
        </Button>
      </div>
    </form>
  );
}

/** Texts and places that the course kept in this browser; the choice of colours and keys says nothing about anybody. */
function forgetOnDevice() {
  try {
    for (const key of Object.keys(window.localStorage))
      if (key.startsWith('defensible:') && !/:(theme|shortcuts)$/.test(key)) window.localStorage.removeItem(key);
  } catch {
    // storage is switched off: nothing was kept
  }
}
