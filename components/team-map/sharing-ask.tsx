'use client';

import { useState } from 'react';
import { callApi } from '@/components/session/call-api';
import { Button } from '@/components/ui/button';
import styles from './sharing.module.css';
import { SHARING_MEANS } from './sharing-words';

type Asked =
  | { readonly status: 'asked'; readonly problem: string | null }
  | { readonly status: 'saving' }
  | { readonly status: 'answered'; readonly answer: 'shared' | 'private' };

/** Asked once, under a result. Whoever does not answer has said nothing, and nothing is shown. */
export function SharingAsk() {
  const [asked, setAsked] = useState<Asked>({ status: 'asked', problem: null });

  async function answer(sharing: 'shared' | 'private') {
    setAsked({ status: 'saving' });
    const result = await callApi('/api/preferences', { method: 'PUT', body: { sharing } });
    setAsked(result.ok ? { status: 'answered', answer: sharing } : { status: 'asked', problem: result.message });
  }

  return (
    <section className={styles.ask} aria-labelledby="sharing-heading" data-print="hide">
      <h2 id="sharing-heading">May your team read a sentence of yours?</h2>
      <p className={styles.means}>{SHARING_MEANS}</p>
      {asked.status === 'answered' ? (
        <p role="status">
          {asked.answer === 'shared' ? 'Thank you. ' : 'Nothing of yours is shown. '}You can change this on your account
          page at any time.
        </p>
      ) : (
        <div className={styles.answers}>
          <Button isBusy={asked.status === 'saving'} onClick={() => void answer('shared')}>
            Yes, without my name
          </Button>
          <Button isBusy={asked.status === 'saving'} onClick={() => void answer('private')}>
            No
          </Button>
          {asked.status === 'asked' && asked.problem ? <p role="alert">{asked.problem}</p> : null}
        </div>
      )}
    </section>
  );
}
