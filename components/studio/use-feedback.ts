'use client';

import { useRef, useState } from 'react';
import { callApi } from '@/components/session/call-api';
import type { DecisionFeedback } from '@/grader/studio/feedback';
import type { DecisionRecord } from '@/schemas/decision';
import type { FeedbackState } from './feedback-panel';

export interface StoredFeedback {
  readonly version: number;
  readonly feedback: DecisionFeedback;
}

/** Saves, asks for a reading of what is stored, and knows whether the text has changed since. */
export function useFeedback(
  decisionId: string,
  work: DecisionRecord,
  initial: StoredFeedback | null,
  saveNow: () => Promise<void>,
) {
  const [state, setState] = useState<FeedbackState>(initial ? { status: 'read', ...initial } : { status: 'none' });
  const [readOf, setReadOf] = useState<DecisionRecord>(work);
  const latest = useRef(work);
  latest.current = work;

  async function read() {
    setState((before) => ({ status: 'reading', feedback: before.status === 'none' ? null : before.feedback }));
    await saveNow();
    const asked = latest.current;
    const result = await callApi<StoredFeedback>(`/api/decisions/${decisionId}/feedback`, { method: 'POST', body: {} });
    if (result.ok) {
      setReadOf(asked);
      setState({ status: 'read', ...result.value });
    } else
      setState((before) => ({
        status: 'problem',
        message: result.message,
        feedback: before.status === 'none' ? null : before.feedback,
      }));
  }

  return { state, isOld: state.status === 'read' && readOf !== work, read };
}
