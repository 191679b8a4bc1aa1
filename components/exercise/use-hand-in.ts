'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { callApi } from '@/components/session/call-api';
import type { OpinionChoice } from '@/schemas/opinion';
import type { HandIn } from '@/schemas/scenario';
import { forgetIdempotencyKey, idempotencyKey } from './idempotency';
import { announceLanding } from './landing-note';

interface UseHandIn {
  readonly isSending: boolean;
  /** Why the last try did not arrive, as a sentence; null otherwise. */
  readonly problem: string | null;
  readonly handIn: (record: HandIn, opinion: OpinionChoice | undefined) => Promise<void>;
}

/** Hands a record in exactly once, however often it is tried, and goes to the result. */
export function useHandIn(scenarioId: string, keyName: string, attempt: number): UseHandIn {
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const router = useRouter();

  async function handIn(record: HandIn, opinion: OpinionChoice | undefined) {
    setSending(true);
    setProblem(null);
    const result = await callApi<{ submissionId: string; number: number }>('/api/submissions', {
      method: 'POST',
      body: { scenarioId, handIn: record, attempt, ...(opinion ? { opinion } : {}) },
      idempotencyKey: idempotencyKey(keyName, record),
    });
    if (!result.ok) {
      setProblem(result.message);
      setSending(false);
      return;
    }
    forgetIdempotencyKey(keyName);
    announceLanding(result.value.submissionId);
    router.push(`/results/${result.value.submissionId}`);
  }

  return { isSending, problem, handIn };
}
