'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { callApi } from '@/components/session/call-api';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import type { LearnerStanding } from '@/schemas/assignment';
import styles from './assignments.module.css';
import { fromLocalInput } from './local-input';
import { MomentField } from './moment-field';

interface ExtensionFormProps {
  readonly path: string;
  readonly name: string;
  readonly person: Pick<LearnerStanding, 'dueAt' | 'extension'>;
}

type State =
  | { readonly step: 'ready' | 'working' }
  | { readonly step: 'failed'; readonly field: 'dueAt' | 'reason' | null; readonly message: string };

const DAY_MS = 86_400_000;

/** Gives one person more time, with a reason that they read. */
export function ExtensionForm({ path, name, person }: ExtensionFormProps) {
  const [state, setState] = useState<State>({ step: 'ready' });
  const router = useRouter();
  const failed = state.step === 'failed' ? state : null;

  async function call(method: 'PUT' | 'DELETE', body: unknown) {
    setState({ step: 'working' });
    const result = await callApi(path, { method, body });
    if (result.ok) {
      setState({ step: 'ready' });
      router.refresh();
      return;
    }
    const field = result.path === 'dueAt' || result.path === 'reason' ? result.path : null;
    setState({ step: 'failed', field, message: result.message });
  }

  async function grant(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const dueAt = fromLocalInput(String(data.get('dueAt') ?? ''));
    const reason = String(data.get('reason') ?? '').trim();
    if (dueAt === null) return setState({ step: 'failed', field: 'dueAt', message: 'Say until when.' });
    if (reason.length < 3)
      return setState({ step: 'failed', field: 'reason', message: `Give a reason; ${name} reads it.` });
    await call('PUT', { dueAt, reason });
  }

  return (
    <details className={styles.more}>
      <summary>
        {person.extension ? 'Change the extension' : 'Give more time'}
        <VisuallyHidden>
          {person.extension ? ' of ' : ' to '}
          {name}
        </VisuallyHidden>
      </summary>
      <form className={styles.form} noValidate onSubmit={(event) => void grant(event)}>
        <MomentField
          label="Due for this person"
          name="dueAt"
          at={person.extension ? person.dueAt : person.dueAt + 7 * DAY_MS}
          error={failed?.field === 'dueAt' ? failed.message : undefined}
        />
        <Field label="Reason" error={failed?.field === 'reason' ? failed.message : undefined}>
          {(control) => (
            <input {...control} name="reason" maxLength={500} defaultValue={person.extension?.reason ?? ''} />
          )}
        </Field>
        {failed && failed.field === null ? (
          <Notice kind="problem" live="alert" title="Nothing was changed.">
            <p>{failed.message}</p>
          </Notice>
        ) : null}
        <div className={styles.actions}>
          <Button type="submit" isBusy={state.step === 'working'}>
            Save the date
          </Button>
          {person.extension ? (
            <Button kind="quiet" isBusy={state.step === 'working'} onClick={() => void call('DELETE', {})}>
              Take it back
            </Button>
          ) : null}
        </div>
      </form>
    </details>
  );
}
