'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { callApi, readPublic } from '@/components/session/call-api';

const EVERY_MS = 2_500;
const HIDDEN_MS = 15_000;
const SLOWEST_MS = 20_000;

/** What both screens have: the phase, and a number that only rises. */
interface Polled {
  readonly version: number;
  readonly phase: string;
  readonly now: number;
}

interface Reply<Round> {
  readonly round: Round;
}

export interface LiveState<Round> {
  readonly round: Round;
  /** How far this device's clock is behind the server's, in milliseconds. */
  readonly behind: number;
  readonly isLost: boolean;
  readonly problem: string | null;
  readonly isBusy: boolean;
}

/** A later answer wins; an older one that comes late is dropped. */
export function accept<Round extends Polled>(state: LiveState<Round>, round: Round, at: number): LiveState<Round> {
  const isOld =
    round.version < state.round.version || (round.version === state.round.version && round.now < state.round.now);
  return isOld ? { ...state, isLost: false } : { ...state, round, behind: round.now - at, isLost: false };
}

/**
 * Asks for the round every two and a half seconds; seldom while the page is hidden, more and more seldom while nothing
 * answers. All of it is on the server, so a reload goes on where it was.
 */
export function useRound<Round extends Polled>(address: string, first: Round) {
  const [state, setState] = useState<LiveState<Round>>({
    round: first,
    behind: 0,
    isLost: false,
    problem: null,
    isBusy: false,
  });
  const isClosed = state.round.phase === 'closed';
  const poke = useRef<() => void>(() => undefined);

  // Talks to the server by a timer: there is no socket.
  useEffect(() => {
    if (isClosed) return;
    const gone = new AbortController();
    let [timer, wait] = [0, EVERY_MS];
    const ask = async () => {
      window.clearTimeout(timer);
      const result = await readPublic<Reply<Round>>(address, gone.signal);
      if (gone.signal.aborted) return;
      if (result.ok) setState((before) => accept(before, result.value.round, Date.now()));
      else setState((before) => ({ ...before, isLost: true }));
      wait = result.ok ? EVERY_MS : Math.min(SLOWEST_MS, wait * 2);
      timer = window.setTimeout(() => void ask(), document.hidden ? HIDDEN_MS : wait);
    };
    const onVisible = () => {
      if (!document.hidden) void ask();
    };
    poke.current = () => void ask();
    timer = window.setTimeout(() => void ask(), EVERY_MS);
    document.addEventListener('visibilitychange', onVisible);
    return () => {
      gone.abort();
      window.clearTimeout(timer);
      document.removeEventListener('visibilitychange', onVisible);
    };
  }, [address, isClosed]);

  const send = useCallback(async (path: string, body: unknown): Promise<boolean> => {
    setState((before) => ({ ...before, isBusy: true, problem: null }));
    const result = await callApi<Reply<Round>>(path, { method: 'PUT', body });
    setState((before) => {
      const after = { ...before, isBusy: false };
      return result.ok ? accept(after, result.value.round, Date.now()) : { ...after, problem: result.message };
    });
    if (!result.ok) poke.current();
    return result.ok;
  }, []);

  return { ...state, send };
}
