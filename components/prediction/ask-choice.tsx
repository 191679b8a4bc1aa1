'use client';

import { useState } from 'react';
import { callApi } from '@/components/session/call-api';
import { Notice } from '@/components/ui/notice';
import type { Preferences } from '@/schemas/roster';
import styles from './ask-choice.module.css';

/** Whether a hand-in asks for one's own marks first. Kept at once; a refusal puts the box back and says so. */
export function AskChoice({ preferred }: { readonly preferred: Preferences['predictions'] }) {
  const [choice, setChoice] = useState(preferred);
  const [said, setSaid] = useState<{ readonly kind: 'done' | 'problem'; readonly text: string } | null>(null);

  async function choose(next: Preferences['predictions']) {
    setChoice(next);
    const result = await callApi('/api/preferences', { method: 'PUT', body: { predictions: next } });
    if (!result.ok) setChoice(choice);
    setSaid(
      result.ok
        ? { kind: 'done', text: next === 'ask' ? 'You will be asked.' : 'You will not be asked. Results open at once.' }
        : { kind: 'problem', text: result.message },
    );
  }

  return (
    <>
      <label className={styles.choice}>
        <input
          type="checkbox"
          checked={choice === 'ask'}
          onChange={({ target }) => void choose(target.checked ? 'ask' : 'never')}
        />
        Ask me to mark my own record before I see its result
      </label>
      {said?.kind === 'problem' ? (
        <Notice kind="problem" live="alert" title="The choice was not kept.">
          <p>{said.text}</p>
        </Notice>
      ) : null}
      <p className={styles.said} role="status">
        {said?.kind === 'done' ? said.text : ''}
      </p>
    </>
  );
}
