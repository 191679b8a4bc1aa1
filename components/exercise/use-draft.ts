'use client';

import { type Dispatch, useCallback, useEffect, useReducer, useRef } from 'react';
import { type ApiResult, callApi } from '@/components/session/call-api';
import type { Draft } from '@/schemas/submission';
import { type DeviceKeys, deviceKeys, forget, isRecord, keep, readCopy, readSetAside } from './device-copy';
import {
  copyToKeep,
  type DraftEvent,
  type DraftState,
  hasUnsavedWork,
  nextSaveAt,
  openDraft,
  reduceDraft,
} from './draft-machine';

interface UseDraft {
  readonly state: DraftState;
  readonly dispatch: Dispatch<DraftEvent>;
  /** Saves at once if something is unsaved; resolves when the server has answered or cannot be reached. */
  readonly saveNow: () => Promise<void>;
}

/** Carries out what the draft machine decides: this device first, then the server. */
export function useDraft(
  scenarioId: string,
  learnerId: string | null,
  stored: Draft | null,
  attempt: number,
): UseDraft {
  const [state, dispatch] = useReducer(reduceDraft, stored, openDraft);
  const latest = useRef(state);
  latest.current = state;
  const keys = deviceKeys(learnerId, scenarioId);
  const hasLooked = useDeviceCopy(keys, scenarioId, learnerId, state, dispatch);

  const saveNow = useCallback(async () => {
    const { work, base, save } = latest.current;
    if (save.status === 'saved' || save.status === 'saving' || save.status === 'conflict') return;
    dispatch({ type: 'save-sent' });
    const body = { baseVersion: base, handIn: work, attempt };
    const result = await callApi<{ draft: Draft }>(`/api/drafts/${scenarioId}`, { method: 'PUT', body });
    dispatch(toEvent(result, Date.now()));
  }, [scenarioId, attempt]);

  // The clock is outside: one timer for the next save that the machine asks for.
  const dueAt = hasLooked ? nextSaveAt(state) : null;
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

/** Keeps unsaved work in this browser, and finds it again. Returns whether it has looked yet. */
function useDeviceCopy(
  keys: DeviceKeys,
  scenarioId: string,
  learnerId: string | null,
  state: DraftState,
  dispatch: Dispatch<DraftEvent>,
): boolean {
  const hasLooked = useRef<boolean>(false);
  const isKept = useRef<boolean>(true);
  const written = useRef<string | null>(null);

  // localStorage is outside React and absent on the server: looked into once, after hydration.
  useEffect(() => {
    if (hasLooked.current) return;
    hasLooked.current = true;
    const visitor = deviceKeys(null, scenarioId);
    const copy = readCopy(keys.copy) ?? (learnerId ? readCopy(visitor.copy) : null);
    const setAside = [...readSetAside(keys.setAside), ...(learnerId ? readSetAside(visitor.setAside) : [])];
    dispatch({ type: 'found-on-device', copy, setAside, now: Date.now() });
    if (!learnerId) return;
    // From here on what the visitor wrote is this learner's, kept under their own name.
    forget(visitor.copy);
    forget(visitor.setAside);
  }, [keys.copy, keys.setAside, scenarioId, learnerId, dispatch]);

  // localStorage again: every unsaved change is on this device before it is on its way to the server.
  useEffect(() => {
    if (!hasLooked.current) return;
    const copy = copyToKeep(state);
    if (copy) {
      isKept.current = keep(keys.copy, copy);
      written.current = JSON.stringify(copy);
    } else if (written.current !== null && localStorageHolds(keys.copy, written.current)) {
      // Only what this tab wrote: another tab's unsaved words stay where they are.
      forget(keys.copy);
    }
  }, [state, keys.copy]);

  useEffect(() => {
    if (state.setAside.length > 0) keep(keys.setAside, state.setAside);
  }, [state.setAside, keys.setAside]);

  // The browser asks before leaving only where neither the server nor this device has the words.
  const isUnsaved = hasUnsavedWork(state);
  useEffect(() => {
    if (!isUnsaved) return;
    const warn = (event: BeforeUnloadEvent) => {
      if (!isKept.current) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isUnsaved]);

  return true;
}

function localStorageHolds(key: string, value: string): boolean {
  try {
    return window.localStorage.getItem(key) === value;
  } catch {
    return false; // storage is switched off: it holds nothing
  }
}

function toEvent(result: ApiResult<{ draft: Draft }>, now: number): DraftEvent {
  if (result.ok) return { type: 'save-acknowledged', draft: result.value.draft, now };
  const theirs = result.code === 'stale-draft' ? storedDraft(result.detail) : null;
  if (theirs) return { type: 'save-stale', theirs };
  if (result.reason === 'offline') return { type: 'save-unreachable', now };
  return { type: 'save-refused', message: result.message, now };
}

/** The stored draft that a 409 carries; docs/api.md promises its shape. */
function storedDraft(detail: unknown): Draft | null {
  if (!isRecord(detail) || !isRecord(detail.draft)) return null;
  const { draft } = detail;
  return typeof draft.version === 'number' && isRecord(draft.handIn) ? (draft as unknown as Draft) : null;
}
