'use client';

import { useState } from 'react';
import { callApi } from '@/components/session/call-api';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';

interface ChangedNoteProps {
  readonly lessonId: string;
  /** Only missed items are asked. */
  readonly isPartial: boolean;
}

/** The course was edited while this attempt was under way: it keeps its questions, and says so. */
export function ChangedNote({ lessonId, isPartial }: ChangedNoteProps) {
  const [state, setState] = useState<{ readonly isBusy: boolean; readonly problem: string }>({
    isBusy: false,
    problem: '',
  });
  async function startAnew() {
    setState({ isBusy: true, problem: '' });
    const items = isPartial ? 'missed' : 'all';
    const result = await callApi('/api/quizzes', { method: 'POST', body: { lessonId, items, isAnew: true } });
    // The listings of the page are coloured on the server, and today's may be others.
    if (result.ok) window.location.reload();
    else setState({ isBusy: false, problem: result.message });
  }
  return (
    <Notice
      title="This quiz was edited since you began."
      actions={
        <Button size="small" isBusy={state.isBusy} onClick={() => void startAnew()}>
          Start anew with today’s questions
        </Button>
      }
    >
      <p>
        You go on with the questions as they were, and your answers count. Starting anew costs no attempt; answers that
        you gave stay in your record.
      </p>
      <p role="alert">{state.problem}</p>
    </Notice>
  );
}
