'use client';

import { type FormEvent, useState } from 'react';
import { useCall } from '@/components/session/use-call';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { LocalTime } from '@/components/ui/local-time';
import { Notice } from '@/components/ui/notice';
import type { NewInvite } from '@/schemas/invite';
import { RoleSchema } from '@/schemas/roster';
import styles from './cohort.module.css';
import { ROLE_WORDS } from './role-words';
import { SecretLink } from './secret-link';

const DAYS = { 1: '1 day', 7: '7 days', 30: '30 days' } as const;

interface InviteFormProps {
  readonly cohortId: string;
  /** Everybody is a learner there already: only the other roles are invited. */
  readonly isSelfPaced: boolean;
}

/** Makes a link that lets people in. It is shown once: the server keeps only its hash. */
export function InviteForm({ cohortId, isSelfPaced }: InviteFormProps) {
  const { call, isBusy, errorFor, problem, refuse } = useCall();
  const [made, setMade] = useState<NewInvite | null>(null);
  const roles = RoleSchema.options.filter((role) => role !== 'learner' || !isSelfPaced);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setMade(null);
    const data = new FormData(event.currentTarget);
    const maxUses = Number(data.get('maxUses'));
    if (!Number.isInteger(maxUses) || maxUses < 1 || maxUses > 1_000)
      return refuse('Write a whole number from 1 to 1,000.', 'maxUses');
    const body = {
      role: data.get('role'),
      label: String(data.get('label') ?? '').trim(),
      days: Number(data.get('days')),
      maxUses,
    };
    setMade(await call<NewInvite>(`/api/cohorts/${cohortId}/invites`, { method: 'POST', body }));
  }

  return (
    <>
      <form className={styles.row} noValidate onSubmit={(event) => void submit(event)}>
        <Field label="Role">
          {(control) => (
            <select {...control} name="role">
              {roles.map((role) => (
                <option key={role} value={role}>
                  {ROLE_WORDS[role].name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label="Works for">
          {(control) => (
            <select {...control} name="days" defaultValue="7">
              {Object.entries(DAYS).map(([days, text]) => (
                <option key={days} value={days}>
                  {text}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label="Most people" error={errorFor('maxUses')}>
          {(control) => (
            <input {...control} name="maxUses" inputMode="numeric" defaultValue="30" maxLength={4} size={5} />
          )}
        </Field>
        <Field label="Note to yourself" error={errorFor('label')}>
          {(control) => <input {...control} name="label" maxLength={80} autoComplete="off" />}
        </Field>
        <Button type="submit" kind="primary" isBusy={isBusy}>
          Make a link
        </Button>
      </form>
      {problem('maxUses', 'label') ? (
        <Notice kind="problem" live="alert" title="No link was made.">
          <p>{problem('maxUses', 'label')}</p>
        </Notice>
      ) : null}
      {made ? (
        <Notice kind="done" live="status" title="A link, shown only now">
          <p>
            Whoever has it can use it until <LocalTime at={made.expiresAt} />. If it reaches the wrong people, revoke it
            below.
          </p>
          <SecretLink label="Invitation link" url={made.url} />
        </Notice>
      ) : null}
    </>
  );
}

/** Ends a link at once. */
export function RevokeInvite({
  cohortId,
  inviteId,
  what,
}: {
  readonly cohortId: string;
  readonly inviteId: string;
  readonly what: string;
}) {
  const { call, isBusy, problem } = useCall();
  return (
    <div className={styles.actions}>
      <Button
        size="small"
        isBusy={isBusy}
        aria-label={`Revoke ${what}`}
        onClick={() => void call(`/api/cohorts/${cohortId}/invites/${inviteId}`, { method: 'DELETE' })}
      >
        Revoke
      </Button>
      {problem() ? <span role="alert">{problem()}</span> : null}
    </div>
  );
}
