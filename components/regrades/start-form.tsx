'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useRef } from 'react';
import { useCall } from '@/components/session/use-call';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormFoot } from '@/components/ui/form-foot';
import { regradePath } from './regrade-words';
import styles from './regrades.module.css';

interface StartFormProps {
  readonly cohorts: readonly { readonly id: string; readonly name: string }[];
  readonly mayAll: boolean;
}

/** Begins a preview: for whom, and why, in words that learners whose grade moves will read. */
export function StartForm({ cohorts, mayAll }: StartFormProps) {
  const { send, isBusy, problem, errorFor, refuse } = useCall();
  const router = useRouter();
  const area = useRef<HTMLTextAreaElement>(null);

  async function start(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const reason = String(data.get('reason') ?? '').trim();
    if (reason.length < 5) {
      refuse('Say in a few words why; learners whose grade moves read it.', 'reason');
      area.current?.focus();
      return;
    }
    const body = { cohortId: data.get('cohort') || null, reason };
    const started = await send<{ regradeId: string }>('/api/instructor/regrades', { method: 'POST', body });
    if (started) router.push(regradePath(started.regradeId));
  }

  return (
    <form className={styles.form} noValidate onSubmit={(event) => void start(event)}>
      <Field label="For whom?">
        {(control) => (
          <select {...control} name="cohort">
            {mayAll ? <option value="">All cohorts</option> : null}
            {cohorts.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field
        label="Why?"
        hint="Learners whose grade moves read this with the old and the new grade."
        error={errorFor('reason')}
      >
        {(control) => <textarea {...control} ref={area} name="reason" maxLength={600} />}
      </Field>
      <FormFoot title="The preview was not begun." refused={problem('reason')}>
        <Button type="submit" kind="primary" isBusy={isBusy}>
          Make a preview
        </Button>
      </FormFoot>
    </form>
  );
}
