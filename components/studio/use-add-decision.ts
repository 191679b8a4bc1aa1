'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { callApi } from '@/components/session/call-api';
import type { DecisionRecord } from '@/schemas/decision';
import { randomKey } from './random-key';

/** Stores a new decision exactly once, however often it is tried, and goes there. */
export function useAddDecision() {
  const [isAdding, setAdding] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const key = useRef<{ readonly content: string; readonly key: string } | null>(null);
  const router = useRouter();

  async function add(record: DecisionRecord) {
    setAdding(true);
    setProblem(null);
    const content = JSON.stringify(record);
    if (key.current?.content !== content) key.current = { content, key: randomKey() };
    const result = await callApi<{ decisionId: string }>('/api/decisions', {
      method: 'POST',
      body: { record },
      idempotencyKey: key.current.key,
    });
    if (result.ok) {
      router.push(`/studio/${result.value.decisionId}`);
      return;
    }
    setProblem(result.message);
    setAdding(false);
  }

  return { isAdding, problem, add };
}
