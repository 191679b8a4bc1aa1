'use client';

import Link from 'next/link';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useCall } from '@/components/session/use-call';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormFoot } from '@/components/ui/form-foot';
import { Notice } from '@/components/ui/notice';
import { LEAST_APPEAL, MOST_APPEAL } from '@/schemas/appeal-limits';
import type { Question } from '@/schemas/question';
import styles from './appeals.module.css';

interface ItemAppealFormProps {
  readonly attemptId: string;
  readonly question: Question;
}

/** Which option, and why the answer should count. */
export function ItemAppealForm({ attemptId, question }: ItemAppealFormProps) {
  const { send, isBusy, problem, errorFor, refuse } = useCall();
  const [isSent, setIsSent] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const options = 'options' in question ? question.options : 'entries' in question ? question.entries : [];

  // The button that opened it is gone: the words come next.
  useEffect(() => area.current?.focus(), []);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const reason = String(data.get('reason') ?? '').trim();
    if (reason.length < LEAST_APPEAL) {
      refuse(`Say in at least ${LEAST_APPEAL} characters why it should count.`, 'reason');
      area.current?.focus();
      return;
    }
    const body = { kind: 'item', attemptId, itemId: question.id, optionId: data.get('option') || null, reason };
    if (await send('/api/appeals', { method: 'POST', body })) setIsSent(true);
  }

  if (isSent)
    return (
      <Notice kind="done" live="status" title="Sent. A person will look at it.">
        <p>
          Where it stands is under <Link href="/appeals">your appeals</Link>.
        </p>
      </Notice>
    );
  return (
    <form className={styles.form} noValidate onSubmit={(event) => void submit(event)}>
      {options.length > 0 ? (
        <Field label="Which option is it about?">
          {(control) => (
            <select {...control} name="option">
              <option value="">The item as a whole</option>
              {options.map(({ id, text }) => (
                <option key={id} value={id}>
                  {text}
                </option>
              ))}
            </select>
          )}
        </Field>
      ) : null}
      <Field
        label="Why should your answer count?"
        hint="A source helps. Whoever rules reads it without your name."
        error={errorFor('reason')}
      >
        {(control) => <textarea {...control} ref={area} name="reason" maxLength={MOST_APPEAL} />}
      </Field>
      <FormFoot title="It is not sent yet." refused={problem('reason')}>
        <Button type="submit" isBusy={isBusy}>
          Send the appeal
        </Button>
      </FormFoot>
    </form>
  );
}
