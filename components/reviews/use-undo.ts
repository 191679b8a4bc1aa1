'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { callApi } from '@/components/session/call-api';
import { reviewPath } from './queue-words';

export type UndoState =
  | { readonly step: 'ready' }
  | { readonly step: 'working' }
  | { readonly step: 'refused'; readonly message: string };

/** Takes a decision back and goes to its draft, which waits again. */
export function useUndo(cohortId: string) {
  const [state, setState] = useState<UndoState>({ step: 'ready' });
  const router = useRouter();
  async function run(submissionId: string) {
    if (state.step === 'working') return;
    setState({ step: 'working' });
    const result = await callApi(`/api/instructor/reviews/${submissionId}/undo`, {
      method: 'POST',
      body: { cohortId },
    });
    setState(result.ok ? { step: 'ready' } : { step: 'refused', message: result.message });
    if (!result.ok) return;
    router.push(reviewPath(submissionId, cohortId));
    router.refresh();
  }
  return { state, run };
}
