'use client';

import { type Dispatch, useEffect, useRef } from 'react';
import type { DraftEvent, Revision } from './draft-machine';

/** An earlier draft as the address of the page asks for it. */
export interface AskedRevision extends Revision {
  readonly submissionId: string;
  /** Whether the stored working draft is itself something handed in, so that nothing is lost with it. */
  readonly isHandedIn: boolean;
}

/**
 * Tells the draft machine once which draft to go on from, after it has looked for unsaved work on this device. The address
 * then loses the question: a reload must not ask for the earlier draft again over what was written since.
 */
export function useRevision(scenarioId: string, asked: AskedRevision | null, dispatch: Dispatch<DraftEvent>): void {
  const done = useRef<string | null>(null);
  // The address bar is outside React, and the machine hears each question once.
  useEffect(() => {
    if (!asked || done.current === asked.submissionId) return;
    done.current = asked.submissionId;
    const { number, handIn, isHandedIn } = asked;
    dispatch({ type: 'revision-asked', revision: { number, handIn }, isHandedIn, now: Date.now() });
    window.history.replaceState(null, '', `/exercises/${scenarioId}`);
  }, [asked, scenarioId, dispatch]);
}
