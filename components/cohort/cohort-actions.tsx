'use client';

import { type FormEvent, useState } from 'react';
import { useCall } from '@/components/session/use-call';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import styles from './cohort.module.css';

interface CohortActionsProps {
  readonly id: string;
  readonly name: string;
  readonly isArchived: boolean;
  readonly enrolments: number;
  readonly openInvites: number;
}

type Open = 'nothing' | 'rename' | 'delete';

/** What an owner may do to a cohort as a whole. */
export function CohortActions(cohort: CohortActionsProps) {
  const [open, setOpen] = useState<Open>('nothing');
  const { call, isBusy, problem } = useCall();
  const { id, name, isArchived } = cohort;
  const close = () => setOpen('nothing');
  return (
    <div className={styles.actions}>
      <Button size="small" aria-label={`Rename ${name}`} onClick={() => setOpen('rename')}>
        Rename …
      </Button>
      <Button
        size="small"
        isBusy={isBusy}
        aria-label={`${isArchived ? 'Restore' : 'Archive'} ${name}`}
        onClick={() => void call(`/api/cohorts/${id}`, { method: 'PUT', body: { isArchived: !isArchived } })}
      >
        {isArchived ? 'Restore' : 'Archive'}
      </Button>
      <Button size="small" aria-label={`Delete ${name}`} onClick={() => setOpen('delete')}>
        Delete …
      </Button>
      {problem() ? (
        <Notice kind="problem" live="alert">
          <p>{problem()}</p>
        </Notice>
      ) : null}
      <Dialog title={`Rename ${name}`} isOpen={open === 'rename'} onClose={close}>
        <RenameForm id={id} name={name} onDone={close} />
      </Dialog>
      <Dialog title={`Delete ${name}?`} isOpen={open === 'delete'} onClose={close}>
        <DeleteForm cohort={cohort} onDone={close} />
      </Dialog>
    </div>
  );
}

interface FormProps {
  readonly onDone: () => void;
}

function RenameForm({ id, name, onDone }: FormProps & { readonly id: string; readonly name: string }) {
  const { call, isBusy, errorFor, problem, refuse } = useCall();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const next = String(new FormData(event.currentTarget).get('name') ?? '').trim();
    if (next.length < 3) return refuse('Give it a name of at least three letters.', 'name');
    if (await call(`/api/cohorts/${id}`, { method: 'PUT', body: { name: next } })) onDone();
  }

  return (
    <form className={styles.form} noValidate onSubmit={(event) => void submit(event)}>
      <Field label="Name" error={errorFor('name')}>
        {(control) => <input {...control} name="name" defaultValue={name} maxLength={80} autoComplete="off" />}
      </Field>
      {problem('name') ? (
        <Notice kind="problem" live="alert">
          <p>{problem('name')}</p>
        </Notice>
      ) : null}
      <Button type="submit" kind="primary" isBusy={isBusy}>
        Rename
      </Button>
    </form>
  );
}

function DeleteForm({ cohort, onDone }: FormProps & { readonly cohort: CohortActionsProps }) {
  const { id, name, enrolments, openInvites } = cohort;
  const { call, isBusy, errorFor, problem, refuse } = useCall();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const confirm = String(new FormData(event.currentTarget).get('confirm') ?? '');
    if (confirm.trim() !== name.trim()) return refuse(`Type “${name}” exactly as it stands here.`, 'confirm');
    if (await call(`/api/cohorts/${id}`, { method: 'DELETE', body: { confirm } })) onDone();
  }

  return (
    <form className={styles.form} noValidate onSubmit={(event) => void submit(event)}>
      <ul className={styles.points}>
        <li>
          What goes: the cohort, {enrolments === 1 ? '1 place' : `${enrolments} places`} of people in it,{' '}
          {openInvites === 1 ? '1 open invitation' : `${openInvites} open invitations`}, what was assigned to it, and
          its regrades: grades stay as they are now, and none can be taken back.
        </li>
        <li>
          What stays: the people, all their work and every grade. They go on at their own pace. The record of acts keeps
          what was done here.
        </li>
        <li>It cannot be undone. Archiving hides it and keeps it.</li>
      </ul>
      <Field label={`Type “${name}” to confirm`} error={errorFor('confirm')}>
        {(control) => <input {...control} name="confirm" maxLength={80} autoComplete="off" spellCheck={false} />}
      </Field>
      {problem('confirm') ? (
        <Notice kind="problem" live="alert" title="Nothing is deleted.">
          <p>{problem('confirm')}</p>
        </Notice>
      ) : null}
      <div className={styles.actions}>
        <Button type="submit" kind="primary" isBusy={isBusy}>
          Delete the cohort
        </Button>
        <Button kind="quiet" onClick={onDone}>
          Keep it
        </Button>
      </div>
    </form>
  );
}
