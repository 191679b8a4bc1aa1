'use client';

import { useRouter } from 'next/navigation';
import { type Dispatch, useEffect, useReducer, useRef } from 'react';
import { forget } from '@/components/exercise/device-copy';
import { forgetIdempotencyKey, idempotencyKey } from '@/components/exercise/idempotency';
import { announceLanding } from '@/components/exercise/landing-note';
import { callApi } from '@/components/session/call-api';
import type { TwistPage } from '@/schemas/twist-view';
import { copyKey, keepRound, readRoundCopy, sendKey } from './round-copy';
import { roundLanding } from './round-landing';
import { type RoundEvent, type RoundState, roundMachine, startRound } from './round-machine';

type Opened = Pick<TwistPage, 'submissionId' | 'n' | 'twistId' | 'changeHash' | 'before'>;

interface UseRound {
  readonly state: RoundState;
  readonly dispatch: Dispatch<RoundEvent>;
  /** Hands the round in exactly once, however often it is tried, and shows what it came to. */
  readonly handIn: () => Promise<void>;
}

export function useRound(opened: Opened): UseRound {
  const { submissionId, n, twistId, changeHash, before } = opened;
  const [state, dispatch] = useReducer(roundMachine, before, startRound);
  const router = useRouter();
  useRoundCopy(copyKey(submissionId, n), changeHash, state, dispatch);

  async function handIn() {
    const { choices, boundary, note } = state.work;
    if (note.trim() === '') {
      dispatch({ type: 'note-missing' });
      return;
    }
    dispatch({ type: 'sent' });
    const key = sendKey(submissionId, n);
    const result = await callApi<{ number: number }>(`/api/twists/${submissionId}/${n}`, {
      method: 'POST',
      body: { twistId, changeHash, answer: { choices, boundary, note } },
      idempotencyKey: idempotencyKey(key, { choices, boundary, explanation: note }),
    });
    if (!result.ok) {
      dispatch({ type: 'not-taken', code: result.code, message: result.message });
      return;
    }
    forgetIdempotencyKey(key);
    forget(copyKey(submissionId, n));
    announceLanding(roundLanding(submissionId, n, result.value.number));
    router.push(`/twists/${submissionId}/${n}?round=${result.value.number}`);
  }

  return { state, dispatch, handIn };
}

/** Keeps the work in this browser from the first change on, and finds it again. */
function useRoundCopy(key: string, changeHash: string, state: RoundState, dispatch: Dispatch<RoundEvent>): void {
  const hasLooked = useRef(false);
  const started = useRef(state.work);
  const isKept = useRef(true);

  // localStorage is outside React and absent on the server: looked into once, after hydration.
  useEffect(() => {
    if (hasLooked.current) return;
    hasLooked.current = true;
    dispatch({ type: 'found-on-device', copy: readRoundCopy(key), changeHash });
  }, [key, changeHash, dispatch]);

  // localStorage again: every change is on this device before it is on its way to the server. After it was sent the
  // copy is taken away, and writing it once more would bring it back.
  useEffect(() => {
    if (!hasLooked.current || state.work === started.current || state.sending.status === 'sending') return;
    isKept.current = keepRound(key, state.work, changeHash);
  }, [key, changeHash, state.work, state.sending.status]);

  // The browser asks before leaving only where this device could not keep the note.
  const hasNote = state.work.note !== '';
  useEffect(() => {
    if (!hasNote) return;
    const warn = (event: BeforeUnloadEvent) => {
      if (!isKept.current) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [hasNote]);
}
