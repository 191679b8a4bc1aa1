'use client';

import { useRouter } from 'next/navigation';
import { type Dispatch, useEffect, useReducer, useRef } from 'react';
import { forget } from '@/components/exercise/device-copy';
import { forgetIdempotencyKey, idempotencyKey } from '@/components/exercise/idempotency';
import { announceLanding } from '@/components/exercise/landing-note';
import { callApi } from '@/components/session/call-api';
import type { ContraryPage } from '@/schemas/rebuttal';
import { replyLanding, replyPath } from './contrary-path';
import { copyKey, keepReply, readReplyCopy, sendKey } from './reply-copy';
import { type ReplyEvent, type ReplyState, replyMachine, START } from './reply-machine';

type Opened = Pick<ContraryPage, 'submissionId' | 'caseId' | 'caseHash'>;

interface UseReply {
  readonly state: ReplyState;
  readonly dispatch: Dispatch<ReplyEvent>;
  /** Hands the reply in exactly once, however often it is tried, and shows what it came to. */
  readonly handIn: () => Promise<void>;
}

export function useReply({ submissionId, caseId, caseHash }: Opened): UseReply {
  const [state, dispatch] = useReducer(replyMachine, START);
  const router = useRouter();
  useReplyCopy(copyKey(submissionId), caseHash, state, dispatch);

  async function handIn() {
    const { reply } = state;
    if (reply.trim() === '') {
      dispatch({ type: 'missing' });
      return;
    }
    dispatch({ type: 'sent' });
    const key = sendKey(submissionId);
    const result = await callApi<{ number: number }>(`/api/contrary/${submissionId}`, {
      method: 'POST',
      body: { caseId, caseHash, reply },
      idempotencyKey: idempotencyKey(key, { choices: {}, boundary: 'none', explanation: `${caseId}\n${reply}` }),
    });
    if (!result.ok) {
      dispatch({ type: 'not-taken', code: result.code, message: result.message });
      return;
    }
    forgetIdempotencyKey(key);
    forget(copyKey(submissionId));
    announceLanding(replyLanding(submissionId, result.value.number));
    router.push(replyPath(submissionId, result.value.number));
  }

  return { state, dispatch, handIn };
}

/** Keeps the reply in this browser from the first change on, and finds it again. */
function useReplyCopy(key: string, caseHash: string, state: ReplyState, dispatch: Dispatch<ReplyEvent>): void {
  const hasLooked = useRef(false);
  const isKept = useRef(true);

  // localStorage is outside React and absent on the server: looked into once, after hydration.
  useEffect(() => {
    if (hasLooked.current) return;
    hasLooked.current = true;
    dispatch({ type: 'found-on-device', copy: readReplyCopy(key), caseHash });
  }, [key, caseHash, dispatch]);

  // localStorage again: every change is on this device before it is on its way to the server. After it was sent the
  // copy is taken away, and writing it once more would bring it back.
  const started = useRef(state.reply);
  useEffect(() => {
    if (!hasLooked.current || state.reply === started.current || state.sending.status === 'sending') return;
    started.current = state.reply;
    isKept.current = keepReply(key, { reply: state.reply, caseHash });
  }, [key, caseHash, state.reply, state.sending.status]);

  // The browser asks before leaving only where this device could not keep the reply.
  const hasText = state.reply !== '';
  useEffect(() => {
    if (!hasText) return;
    const warn = (event: BeforeUnloadEvent) => {
      if (!isKept.current) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [hasText]);
}
