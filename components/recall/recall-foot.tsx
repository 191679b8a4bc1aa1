'use client';

import Link from 'next/link';
import { useState } from 'react';
import { callApi } from '@/components/session/call-api';
import { ShortcutHelp } from '@/components/session/shortcut-help';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { Notice } from '@/components/ui/notice';
import type { RecallQueue } from '@/schemas/recall';
import styles from './recall.module.css';
import { ResetButton } from './reset-button';

interface RecallFootProps {
  readonly queue: RecallQueue;
  readonly onChanged: (queue: RecallQueue, said: string) => void;
}

interface Change {
  readonly method: 'POST' | 'PUT';
  readonly path: string;
  readonly body: unknown;
  readonly said: string;
}

const pause = (isPaused: boolean): Change => ({
  method: 'PUT',
  path: '/api/recall/pause',
  body: { isPaused },
  said: isPaused ? 'Your reviews are paused.' : 'Your reviews go on.',
});
const undo = (reviewId: string): Change => ({
  method: 'POST',
  path: `/api/recall/reviews/${reviewId}/undo`,
  body: {},
  said: 'Your last answer is taken back.',
});
const RESET: Change = {
  method: 'POST',
  path: '/api/recall/reset',
  body: { confirm: 'start all cards over' },
  said: 'All cards start over.',
};

/** Where one stands, and what can be done about it: take back, pause, start over. */
export function RecallFoot({ queue, onChanged }: RecallFootProps) {
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function change({ method, path, body, said }: Change) {
    if (isBusy) return;
    setIsBusy(true);
    const result = await callApi<{ queue: RecallQueue }>(path, { method, body });
    setIsBusy(false);
    setProblem(result.ok ? null : result.message);
    if (result.ok) onChanged(result.value.queue, said);
  }

  if (queue.status === 'empty') return null;
  const undoId = queue.undo;
  return (
    <footer className={styles.foot}>
      <p>{standingWords(queue)}</p>
      {queue.retired > 0 ? <p>{retiredWords(queue.retired)}</p> : null}
      <div className={styles.acts}>
        {undoId && queue.status !== 'paused' ? (
          <Button size="small" isBusy={isBusy} onClick={() => void change(undo(undoId))}>
            Take back the last answer <Kbd>u</Kbd>
          </Button>
        ) : null}
        <Button
          size="small"
          kind={queue.status === 'paused' ? 'primary' : 'secondary'}
          isBusy={isBusy}
          onClick={() => void change(pause(queue.status !== 'paused'))}
        >
          {queue.status === 'paused' ? 'Go on with reviews' : 'Pause reviews'}
        </Button>
        <ResetButton cards={queue.cards} isBusy={isBusy} onReset={() => void change(RESET)} />
        <Link href="/review/progress">How much stays</Link>
      </div>
      {problem ? (
        <Notice kind="problem" live="alert" title="That did not work.">
          <p>{problem}</p>
        </Notice>
      ) : null}
      <ShortcutHelp
        shortcuts={undoId && queue.status !== 'paused' ? { u: () => void change(undo(undoId)) } : {}}
        rows={[
          [['A', '…', 'H'], 'pick an option'],
          [['1', '2', '3'], 'answer: sure, think so, guessing'],
          [['Enter', 'n'], 'show the answer; then the next card'],
          [['1', '2', '3', '4'], 'rate yourself, once the answer is shown'],
          [['u'], 'take back the last answer'],
          [['?'], 'this list'],
        ]}
      />
    </footer>
  );
}

function standingWords(queue: RecallQueue): string {
  const parts = [`${queue.cards} ${queue.cards === 1 ? 'card' : 'cards'} in all`];
  if (queue.status !== 'paused') parts.push(`${queue.doneToday} answered today`);
  if (queue.status === 'asking' && queue.waiting > 0) parts.push(`${queue.waiting} left for other days`);
  return `${parts.join(', ')}.`;
}

const retiredWords = (count: number) =>
  count === 1
    ? 'One card was retired this week: the course no longer has what it asked.'
    : `${count} cards were retired this week: the course no longer has what they asked.`;
