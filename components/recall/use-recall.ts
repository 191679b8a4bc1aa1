'use client';

import { useCallback, useEffect, useReducer, useRef } from 'react';
import { callApi } from '@/components/session/call-api';
import { useIsOnline } from '@/components/session/use-is-online';
import type { RecallBack, RecallQueue } from '@/schemas/recall';
import { forgetAnswer, keepAnswer, readAnswer } from './kept-answer';
import { recallStep, type Sent, startScreen } from './recall-machine';

/** Gone, or in conflict with what happened elsewhere. */
const STALE = [404, 409];

/** Carries out what the machine decides: sends answers, keeps the one that did not arrive, and sends it again. */
export function useRecall(initial: RecallQueue) {
  const [screen, dispatch] = useReducer(recallStep, initial, startScreen);
  const isOnline = useIsOnline();
  const underWay = useRef(false);

  const send = useCallback(async (sent: Sent) => {
    if (underWay.current) return;
    underWay.current = true;
    dispatch({ type: 'sent', sent });
    keepAnswer(sent);
    const { cardId, version, answer } = sent;
    const result = await callApi<{ back: RecallBack; queue: RecallQueue }>(`/api/recall/cards/${cardId}/reviews`, {
      method: 'POST',
      body: { version, answer },
    });
    underWay.current = false;
    // Only what surely did not arrive, or may not have, is kept: a refusal would be the same the next time.
    if (result.ok || result.reason === 'refused') forgetAnswer();
    if (result.ok) dispatch({ type: 'replied', ...result.value });
    else if (result.reason === 'refused')
      dispatch({ type: 'refused', problem: { message: result.message, isStale: STALE.includes(result.status) } });
    else dispatch({ type: 'offline' });
  }, []);

  // This device's storage is outside React: an answer kept there by an earlier visit goes out first.
  useEffect(() => {
    const kept = readAnswer();
    if (kept) void send(kept);
  }, [send]);

  // The network is outside React: when it is back, what was kept goes out by itself.
  const unsent = screen.status === 'unsent' ? screen.sent : null;
  const wasOffline = useRef(false);
  useEffect(() => {
    if (!isOnline) wasOffline.current = true;
    if (!isOnline || !unsent || !wasOffline.current) return;
    wasOffline.current = false;
    void send(unsent);
  }, [isOnline, unsent, send]);

  return { screen, dispatch, send };
}
