'use client';

import { useState } from 'react';
import { Reread } from '@/components/result/reread';
import { callApi } from '@/components/session/call-api';
import { Button } from '@/components/ui/button';
import { LevelMark } from '@/components/ui/level-mark';
import type { Hint, HintStep } from '@/schemas/hint';
import styles from './hints.module.css';

const NEXT_WORDS: Readonly<Record<HintStep, string>> = {
  reading: 'Show what to read again',
  asks: 'Show what it asks',
};

type Asking = { readonly status: 'idle' } | { readonly status: 'busy' } | { readonly status: 'failed'; why: string };

/** One criterion: its question, and what was opened beyond it. A further step is fetched only when asked for. */
export function HintSteps({ scenarioId, given }: { readonly scenarioId: string; readonly given: Hint }) {
  const [hint, setHint] = useState(given);
  const [asking, setAsking] = useState<Asking>({ status: 'idle' });
  const { criterionId, title, next } = hint;

  async function open(step: HintStep) {
    setAsking({ status: 'busy' });
    const body = { scenarioId, criterionId, step };
    const result = await callApi<{ hint: Hint }>('/api/hints', { method: 'POST', body });
    if (result.ok) setHint(result.value.hint);
    setAsking(result.ok ? { status: 'idle' } : { status: 'failed', why: result.message });
  }

  return (
    <section className={styles.hint} aria-label={`Hints: ${title}`}>
      <p className={styles.title}>
        <LevelMark level={hint.level} /> {title}
      </p>
      <p className={styles.question}>{hint.question}</p>
      <div aria-live="polite">
        {hint.reading ? <Reread links={hint.reading} title={title} /> : null}
        {hint.asks === null ? null : <p>It asks: {hint.asks}</p>}
        {asking.status === 'failed' ? <p className={styles.problem}>{asking.why}</p> : null}
      </div>
      {next ? (
        <Button size="small" kind="quiet" isBusy={asking.status === 'busy'} onClick={() => void open(next)}>
          {NEXT_WORDS[next]}
        </Button>
      ) : null}
    </section>
  );
}
