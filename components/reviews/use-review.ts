'use client';

import { useRouter } from 'next/navigation';
import { useReducer, useRef } from 'react';
import { callApi } from '@/components/session/call-api';
import { randomKey } from '@/components/studio/random-key';
import type { ReviewView } from '@/schemas/review-desk';
import { queueAfterPath, reviewPath } from './queue-words';
import { changeSheet, EMPTY_SHEET, LEAST_REASON, rulingsIn } from './review-sheet';

interface Decided {
  readonly nextId: string | null;
  readonly applied: number;
  readonly refused: readonly string[];
}

/** The sheet of one draft, and what sends it. A refusal leaves everything on it as it was. */
export function useReview(view: ReviewView) {
  const [sheet, change] = useReducer(changeSheet, EMPTY_SHEET);
  const router = useRouter();
  // The same content goes out under the same key, so that a retry after a lost reply decides once.
  const sent = useRef({ content: '', key: '' });
  const rulings = rulingsIn(sheet, view.grade);

  async function decide() {
    if (sheet.phase.step === 'sending') return;
    const bare = rulings.find(({ reason }) => reason.length < LEAST_REASON);
    if (bare) {
      change({ type: 'incomplete', criterionId: bare.criterionId });
      return;
    }
    const { cohortId, basedOn, submissionId, alikeDrafts } = view;
    const alsoTo = alikeDrafts
      .filter((draft) => sheet.alsoTo.includes(draft.submissionId))
      .map((draft) => ({ submissionId: draft.submissionId, basedOn: draft.basedOn }));
    const body = { cohortId, basedOn, rulings, alsoTo };
    const content = JSON.stringify(body);
    if (sent.current.content !== content) sent.current = { content, key: randomKey() };
    change({ type: 'sent' });
    const result = await callApi<Decided>(`/api/instructor/reviews/${submissionId}/decisions`, {
      method: 'POST',
      body,
      idempotencyKey: sent.current.key,
    });
    if (!result.ok) change({ type: 'refused', message: result.message });
    else if (result.value.nextId) router.push(reviewPath(result.value.nextId, cohortId, submissionId));
    else router.push(queueAfterPath(cohortId, submissionId));
  }

  return { sheet, change, rulings, decide };
}
