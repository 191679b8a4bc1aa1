'use client';

import { type FormEvent, useRef } from 'react';
import { useCall } from '@/components/session/use-call';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import styles from './appeals.module.css';

interface RulingFormProps {
  readonly appealId: string;
  readonly cohortId: string;
  readonly basedOn: number;
  /** What upholding it can come to; the first is chosen. */
  readonly levels: readonly { readonly level: 'half' | 'full'; readonly words: string }[];
}

/** Upholds or rejects one appeal, with a reason for its learner. Nothing typed is lost by a refusal. */
export function RulingForm({ appealId, cohortId, basedOn, levels }: RulingFormProps) {
  const { call, isBusy, problem, errorFor, refuse } = useCall();
  const area = useRef<HTMLTextAreaElement>(null);

  async function rule(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const reason = String(data.get('reason') ?? '').trim();
    const chosen = data.get('outcome');
    if (reason.length < 3) {
      refuse('Say in a few words why; the learner reads it.', 'reason');
      area.current?.focus();
      return;
    }
    const ruling = chosen === 'reject' ? { outcome: 'reject' } : { outcome: 'uphold', level: chosen };
    const body = { cohortId, basedOn, ruling, reason };
    await call(`/api/instructor/appeals/${appealId}/rulings`, { method: 'POST', body });
  }

  return (
    <form className={styles.form} noValidate onSubmit={(event) => void rule(event)}>
      <fieldset className={styles.choice}>
        <legend>Ruling</legend>
        <div className={styles.levels}>
          {levels.map(({ level, words }, index) => (
            <label key={level}>
              <input type="radio" name="outcome" value={level} defaultChecked={index === 0} />
              <span>{words}</span>
            </label>
          ))}
          <label>
            <input type="radio" name="outcome" value="reject" />
            <span>Reject: it stands</span>
          </label>
        </div>
      </fieldset>
      <Field label="Why, in words for the learner" error={errorFor('reason')}>
        {(control) => <textarea {...control} ref={area} name="reason" maxLength={2_000} />}
      </Field>
      {problem('reason') ? (
        <Notice kind="problem" live="alert" title="Nothing was ruled.">
          <p>{problem('reason')}</p>
        </Notice>
      ) : null}
      <div className={styles.actions}>
        <Button type="submit" kind="primary" isBusy={isBusy}>
          Rule on the appeal
        </Button>
      </div>
    </form>
  );
}
