'use client';

import { type Dispatch, useCallback, useEffect, useReducer, useRef } from 'react';
import { type ApiResult, callApi } from '@/components/session/call-api';
import { type Decision, DecisionRecordSchema, DecisionSchema } from '@/schemas/decision';
import { forget, isRecord, keep, readJson } from '../exercise/device-copy';
import {
  copyToKeep,
  type DecisionCopy,
  type DecisionEvent,
  type DecisionState,
  nextSaveAt,
  openDecision,
  reduceDecision,
} from './decision-machine';

interface UseDecision {
  readonly state: DecisionState;
  readonly dispatch: Dispatch<DecisionEvent>;
  /** Saves at once what is unsaved; resolves when the server has answered or cannot be reached. */
  readonly saveNow: () => Promise<void>;
}

/** Carries out what the machine decides: this device first, then the server. */
export function useDecision(stored: Decision, learnerId: string): UseDecision {
  const [state, dispatch] = useReducer(reduceDecision, stored, openDecision);
  const latest = useRef(state);
  latest.current = state;
  useDeviceCopy(stored, `defensible:${learnerId}:decision:${stored.id}`, state, dispatch);

  const saveNow = useCallback(async () => {
    const { work, base, save } = latest.current;
    if (save.status === 'saved' || save.status === 'saving' || save.status === 'conflict') return;
    dispatch({ type: 'save-sent' });
    const body = { baseVersion: base, record: work };
    const result = await callApi<{ decision: Decision }>(`/api/decisions/${stored.id}`, { method: 'PUT', body });
    dispatch(toEvent(result, Date.now()));
  }, [stored.id]);

  // The clock is outside: one timer for the next save that the machine asks for.
  const dueAt = nextSaveAt(state);
  useEffect(() => {
    if (dueAt === null) return;
    const timer = window.setTimeout(() => void saveNow(), Math.max(0, dueAt - Date.now()));
    return () => window.clearTimeout(timer);
  }, [dueAt, saveNow]);

  // The network and the tab's visibility are outside: both are good moments to save what is left.
  useEffect(() => {
    const save = () => void saveNow();
    const saveWhenHidden = () => document.visibilityState === 'hidden' && save();
    window.addEventListener('online', save);
    document.addEventListener('visibilitychange', saveWhenHidden);
    return () => {
      window.removeEventListener('online', save);
      document.removeEventListener('visibilitychange', saveWhenHidden);
    };
  }, [saveNow]);

  return { state, dispatch, saveNow };
}

/** Keeps unsaved work in this browser, and finds it again. */
function useDeviceCopy(stored: Decision, key: string, state: DecisionState, dispatch: Dispatch<DecisionEvent>): void {
  const hasLooked = useRef(false);
  const isKept = useRef<boolean>(true);
  const written = useRef<string | null>(null);

  // localStorage is outside React and absent on the server: looked into once, after hydration.
  useEffect(() => {
    if (hasLooked.current) return;
    hasLooked.current = true;
    const copy = readCopy(key);
    if (copy) dispatch({ type: 'found-on-device', copy, stored, now: Date.now() });
  }, [key, stored, dispatch]);

  // localStorage again: every unsaved change is on this device before it is on its way to the server.
  useEffect(() => {
    const copy = copyToKeep(state);
    if (copy) {
      isKept.current = keep(key, copy);
      written.current = JSON.stringify(copy);
    } else if (written.current !== null && JSON.stringify(readJson(key)) === written.current) {
      // Only what this tab wrote: another tab's unsaved words stay where they are.
      forget(key);
    }
  }, [state, key]);

  // The browser asks before leaving only where neither the server nor this device has the words.
  const isUnsaved = state.save.status !== 'saved';
  useEffect(() => {
    if (!isUnsaved) return;
    const warn = (event: BeforeUnloadEvent) => {
      if (!isKept.current) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isUnsaved]);
}

function readCopy(key: string): DecisionCopy | null {
  const value = readJson(key);
  if (!isRecord(value) || typeof value.base !== 'number' || typeof value.editedAt !== 'number') return null;
  const record = DecisionRecordSchema.safeParse(value.record);
  return record.success ? { base: value.base, record: record.data, editedAt: value.editedAt } : null;
}

function toEvent(result: ApiResult<{ decision: Decision }>, now: number): DecisionEvent {
  if (result.ok) return { type: 'save-acknowledged', decision: result.value.decision, now };
  const theirs = isRecord(result.detail) ? DecisionSchema.safeParse(result.detail.decision) : null;
  if (result.code === 'stale-decision' && theirs?.success) return { type: 'save-stale', theirs: theirs.data, now };
  if (result.reason === 'offline') return { type: 'save-unreachable', now };
  return { type: 'save-refused', message: result.message, now };
}
