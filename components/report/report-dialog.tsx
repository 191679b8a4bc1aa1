'use client';

import { type FormEvent, useReducer, useRef } from 'react';
import { randomKey } from '@/components/exercise/idempotency';
import { callApi } from '@/components/session/call-api';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { MOST_REPORT_CHARACTERS, type ReportAbout, type ReportKind } from '@/schemas/problem-report';
import styles from './report.module.css';
import { type ReportWords, reportReducer, whatIsMissing } from './report-machine';
import { KIND_WORDS, kindsFor } from './report-words';

interface ReportDialogProps {
  readonly about: ReportAbout;
  readonly what: string;
  readonly isOpen: boolean;
  /** What was typed here before and not sent. */
  readonly kept: ReportWords | undefined;
  /** Called with what is typed, and with null once it has arrived. */
  readonly onKeep: (words: ReportWords | null) => void;
  readonly onClose: () => void;
}

export function ReportDialog({ isOpen, onClose, ...rest }: ReportDialogProps) {
  return (
    <Dialog title="Something is wrong here" isOpen={isOpen} onClose={onClose}>
      <ReportForm {...rest} onClose={onClose} />
    </Dialog>
  );
}

/** Mounted anew each time the dialogue opens; what was not sent comes back through `kept`. */
function ReportForm({ about, what, kept, onKeep, onClose }: Omit<ReportDialogProps, 'isOpen'>) {
  const kinds = kindsFor(about.kind);
  const first: ReportWords = kept ?? { kind: kinds[0] ?? 'other', text: '' };
  const [state, dispatch] = useReducer(reportReducer, { status: 'writing', words: first, problem: null });
  const area = useRef<HTMLTextAreaElement>(null);

  if (state.status === 'sent')
    return (
      <Notice
        kind="done"
        live="status"
        title="Thank you. It is with the people who run this course."
        actions={<Button onClick={onClose}>Back to the page</Button>}
      >
        <p>They see the place and what you wrote. The answer will be on your account page.</p>
      </Notice>
    );

  const { words } = state;
  function change(next: ReportWords) {
    dispatch({ type: 'changed', words: next });
    onKeep(next);
  }

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const key = state.status === 'unsure' ? state.key : randomKey();
    dispatch({ type: 'sent-off', key });
    if (whatIsMissing(words)) {
      area.current?.focus();
      return;
    }
    const body = { about, ...words };
    const result = await callApi('/api/reports', { method: 'POST', body, idempotencyKey: key });
    if (result.ok) {
      onKeep(null);
      dispatch({ type: 'arrived' });
    } else dispatch({ type: result.reason === 'refused' ? 'refused' : 'lost', message: result.message });
  }

  const problem = 'problem' in state ? state.problem : null;
  const isShort = problem !== null && whatIsMissing(words) !== null;
  return (
    <form className={styles.form} noValidate onSubmit={(event) => void send(event)}>
      <p className={styles.what}>About: {what}</p>
      <Field label="What kind of thing?">
        {(control) => (
          <select
            {...control}
            value={words.kind}
            onChange={(event) => change({ ...words, kind: event.target.value as ReportKind })}
          >
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {KIND_WORDS[kind]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field
        label="What is wrong, and how do you know?"
        hint="A source helps. Your instructor sees your name and this place with it."
        error={isShort ? (problem ?? undefined) : undefined}
      >
        {(control) => (
          <textarea
            {...control}
            ref={area}
            value={words.text}
            maxLength={MOST_REPORT_CHARACTERS}
            onChange={(event) => change({ ...words, text: event.target.value })}
          />
        )}
      </Field>
      {problem && !isShort ? (
        <Notice kind="problem" live="alert" title="It is not sent yet.">
          <p>{problem}</p>
        </Notice>
      ) : null}
      <div className={styles.actions}>
        <Button type="submit" kind="primary" isBusy={state.status === 'sending'}>
          Send
        </Button>
        <Button kind="quiet" onClick={onClose}>
          Not now
        </Button>
      </div>
    </form>
  );
}
