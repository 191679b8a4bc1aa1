'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useRef, useState } from 'react';
import { callApi } from '@/components/session/call-api';
import { randomKey } from '@/components/studio/random-key';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { LocalTime } from '@/components/ui/local-time';
import type { ReviewView } from '@/schemas/review-desk';
import styles from './review-parts.module.css';

type State = { readonly step: 'ready' | 'sending' } | { readonly step: 'failed'; readonly message: string };

/** What those who review say to each other about a draft. Its writer never reads it. */
export function ReviewNotes({ view }: { readonly view: ReviewView }) {
  const [state, setState] = useState<State>({ step: 'ready' });
  const key = useRef<string | null>(null);
  const router = useRouter();
  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const text = String(new FormData(form).get('text') ?? '').trim();
    if (text.length < 2) {
      setState({ step: 'failed', message: 'Write a few words first.' });
      return;
    }
    setState({ step: 'sending' });
    key.current ??= randomKey();
    const result = await callApi(`/api/instructor/reviews/${view.submissionId}/notes`, {
      method: 'POST',
      body: { cohortId: view.cohortId, text },
      idempotencyKey: key.current,
    });
    setState(result.ok ? { step: 'ready' } : { step: 'failed', message: result.message });
    if (!result.ok) return;
    key.current = null;
    form.reset();
    router.refresh();
  }
  return (
    <section className={styles.part} aria-labelledby="notes-heading">
      <h2 id="notes-heading">Notes between reviewers</h2>
      <p className={styles.note}>For those who review in this cohort. The learner never sees them.</p>
      <ul className={styles.notes}>
        {view.notes.map(({ id, author, text, at }) => (
          <li key={id}>
            <p className={styles.by}>
              {author}, <LocalTime at={at} style="stamp" />
            </p>
            <p className={styles.said}>{text}</p>
          </li>
        ))}
      </ul>
      <form className={styles.form} noValidate onSubmit={(event) => void send(event)}>
        <Field label="Add a note" error={state.step === 'failed' ? state.message : undefined}>
          {(control) => <textarea {...control} name="text" rows={2} maxLength={2_000} />}
        </Field>
        <Button type="submit" isBusy={state.step === 'sending'}>
          Add the note
        </Button>
      </form>
    </section>
  );
}
