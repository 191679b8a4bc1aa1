'use client';

import { type FormEvent, useRef } from 'react';
import { useCall } from '@/components/session/use-call';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormFoot } from '@/components/ui/form-foot';
import { LEVEL_WORD } from '@/components/ui/level-mark';
import type { OwnAppeals } from '@/schemas/appeal';
import { LEAST_APPEAL, MOST_APPEAL } from '@/schemas/appeal-limits';
import styles from './appeals.module.css';

/** Which criterion, which sentence of one's own, and why. Nothing typed is lost by a refusal. */
export function AppealForm({ own }: { readonly own: OwnAppeals }) {
  const { call, isBusy, problem, errorFor, refuse } = useCall();
  const area = useRef<HTMLTextAreaElement>(null);

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const reason = String(data.get('reason') ?? '').trim();
    if (reason.length < LEAST_APPEAL) {
      refuse(`Say in at least ${LEAST_APPEAL} characters why you see it otherwise.`, 'reason');
      area.current?.focus();
      return;
    }
    const sentence = own.sentences[Number(data.get('sentence') ?? -1)];
    const passage = sentence ? { start: sentence.start, end: sentence.end } : null;
    const { submissionId } = own;
    const criterionId = data.get('criterion');
    await call('/api/appeals', {
      method: 'POST',
      body: { kind: 'criterion', submissionId, criterionId, passage, reason },
    });
  }

  return (
    <form className={styles.form} noValidate onSubmit={(event) => void send(event)}>
      <Field label="Which level?">
        {(control) => (
          <select {...control} name="criterion">
            {own.criteria.map(({ id, title, level }) => (
              <option key={id} value={id}>
                {title} ({LEVEL_WORD[level]})
              </option>
            ))}
          </select>
        )}
      </Field>
      <fieldset className={styles.choice}>
        <legend>Where do you say it?</legend>
        <div className={styles.scroll}>
          <label>
            <input type="radio" name="sentence" value="-1" defaultChecked />
            <span>No one sentence: the text as a whole</span>
          </label>
          {own.sentences.map(({ start, quote }, index) => (
            <label key={start}>
              <input type="radio" name="sentence" value={index} />
              <span>{quote}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <Field
        label="Why do you see it otherwise?"
        hint={`${LEAST_APPEAL} to ${MOST_APPEAL.toLocaleString('en-GB')} characters. Whoever rules reads it without your name.`}
        error={errorFor('reason')}
      >
        {(control) => <textarea {...control} ref={area} name="reason" maxLength={MOST_APPEAL} />}
      </Field>
      <FormFoot title="It is not sent yet." refused={problem('reason')}>
        <Button type="submit" kind="primary" isBusy={isBusy}>
          Send the appeal
        </Button>
      </FormFoot>
    </form>
  );
}
