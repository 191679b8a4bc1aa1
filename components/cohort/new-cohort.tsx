'use client';

import { useRouter } from 'next/navigation';
import type { FormEvent } from 'react';
import { useCall } from '@/components/session/use-call';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import styles from './cohort.module.css';

/** Makes a cohort and goes to it. */
export function NewCohort() {
  const { call, isBusy, errorFor, problem, refuse } = useCall();
  const router = useRouter();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('name') ?? '').trim();
    if (name.length < 3)
      return refuse('Give it a name of at least three letters, such as “Platform team, autumn”.', 'name');
    const made = await call<{ cohortId: string }>('/api/cohorts', { method: 'POST', body: { name } });
    if (made) router.push(`/instructor/cohorts/${made.cohortId}/invites`);
  }

  return (
    <form className={classNames(styles.row, styles.rowWide)} noValidate onSubmit={(event) => void submit(event)}>
      <Field label="Name of a new cohort" hint="Its learners read it too." error={errorFor('name')}>
        {(control) => <input {...control} name="name" maxLength={80} autoComplete="off" />}
      </Field>
      <Button type="submit" kind="primary" isBusy={isBusy}>
        Make the cohort
      </Button>
      {problem('name') ? (
        <Notice kind="problem" live="alert">
          <p>{problem('name')}</p>
        </Notice>
      ) : null}
    </form>
  );
}
