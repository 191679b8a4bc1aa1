'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { callApi } from '@/components/session/call-api';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { useIsBrowser } from '@/components/ui/use-is-browser';
import type { Decision, Reconsidered } from '@/schemas/decision';
import { inSixMonths, sayDay } from './days';
import { LOOK_WORDS } from './decision-words';
import { randomKey } from './random-key';
import styles from './studio.module.css';

const ANSWERS: readonly { readonly answer: Reconsidered; readonly label: string }[] = [
  { answer: 'still-right', label: 'Still right' },
  { answer: 'revise', label: 'Revise it' },
  { answer: 'superseded', label: 'Superseded' },
];

/** "Would you still decide this?", on the day that its author chose. */
export function DueCard({ decision: { id, record } }: { readonly decision: Decision }) {
  const isBrowser = useIsBrowser();
  const [chosen, setChosen] = useState<string | null>(null);
  const [sent, setSent] = useState<Reconsidered | null>(null);
  const [message, setMessage] = useState('');
  const key = useRef<string | null>(null);
  const router = useRouter();
  const again = chosen ?? (isBrowser ? inSixMonths() : '');

  async function answer(given: Reconsidered) {
    key.current ??= randomKey();
    setSent(given);
    const result = await callApi(`/api/decisions/${id}/looks`, {
      method: 'POST',
      body: { answer: given, reviewOn: given === 'superseded' ? '' : again },
      idempotencyKey: key.current,
    });
    setSent(null);
    setMessage(result.ok ? `Noted: ${LOOK_WORDS[given]}.` : result.message);
    if (!result.ok) return;
    if (given === 'revise') router.push(`/studio/${id}`);
    else router.refresh();
  }

  const title = record.title || 'A decision without a title';
  return (
    <article className={styles.due} aria-label={`Would you still decide this? ${title}`}>
      <h3>
        Would you still decide this? <Link href={`/studio/${id}`}>{title}</Link>
      </h3>
      <p className={styles.muted}>
        To be looked at since {sayDay(record.reviewOn)}
        {record.date ? `; decided ${sayDay(record.date)}` : ''}.
      </p>
      {record.reversal.what ? (
        <blockquote>
          <p>{record.reversal.what}</p>
          {record.reversal.by ? <footer>By: {record.reversal.by}</footer> : null}
        </blockquote>
      ) : (
        <p className={styles.muted}>It has no reversal condition. What would have changed your mind since?</p>
      )}
      <div className={styles.review}>
        <Field label="Ask again on">
          {(control) => (
            <input
              {...control}
              type="date"
              value={again}
              onChange={({ currentTarget }) => setChosen(currentTarget.value)}
            />
          )}
        </Field>
      </div>
      <div className={styles.actions}>
        {ANSWERS.map(({ answer: given, label }) => (
          <Button key={given} isBusy={sent === given} onClick={() => void answer(given)}>
            {label}
          </Button>
        ))}
      </div>
      <p role="status" className={styles.muted}>
        {message}
      </p>
    </article>
  );
}
