'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { callApi } from '@/components/session/call-api';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { MOST_REPORT_CHARACTERS, type ReportStatus } from '@/schemas/problem-report';
import styles from './report.module.css';

interface AnswerFormProps {
  readonly reportId: string;
  readonly status: ReportStatus;
  readonly reply: string;
}

type State =
  | { readonly status: 'ready' }
  | { readonly status: 'working' }
  | { readonly status: 'sent' }
  | { readonly status: 'failed'; readonly message: string; readonly isEmpty: boolean };

/** The instructor's answer; sending it again replaces it, and its reader is told again. */
export function AnswerForm({ reportId, status, reply }: AnswerFormProps) {
  const [state, setState] = useState<State>({ status: 'ready' });
  const router = useRouter();

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const text = String(data.get('reply') ?? '').trim();
    if (text.length < 2) {
      setState({ status: 'failed', message: 'Write what the learner should know.', isEmpty: true });
      return;
    }
    setState({ status: 'working' });
    const body = { status: data.get('status'), reply: text };
    const result = await callApi(`/api/instructor/reports/${reportId}`, { method: 'PUT', body });
    setState(result.ok ? { status: 'sent' } : { status: 'failed', message: result.message, isEmpty: false });
    if (result.ok) router.refresh();
  }

  const failure = state.status === 'failed' ? state : null;
  return (
    <form className={styles.answer} noValidate onSubmit={(event) => void send(event)}>
      <Field label="Answer" error={failure?.isEmpty ? failure.message : undefined}>
        {(control) => <textarea {...control} name="reply" defaultValue={reply} maxLength={MOST_REPORT_CHARACTERS} />}
      </Field>
      <Field label="What becomes of it">
        {(control) => (
          <select {...control} name="status" defaultValue={status === 'new' ? 'answered' : status}>
            <option value="answered">Answered: nothing to change</option>
            <option value="fixed">Fixed in the course</option>
            <option value="declined">Stays as it is</option>
          </select>
        )}
      </Field>
      {failure && !failure.isEmpty ? (
        <Notice kind="problem" live="alert" title="The answer is not sent.">
          <p>{failure.message}</p>
        </Notice>
      ) : null}
      <div className={styles.actions}>
        <Button type="submit" isBusy={state.status === 'working'}>
          {status === 'new' ? 'Send the answer' : 'Replace the answer'}
        </Button>
        <p role="status">{state.status === 'sent' ? 'Sent.' : ''}</p>
      </div>
    </form>
  );
}
