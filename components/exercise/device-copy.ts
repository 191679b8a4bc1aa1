import type { PartialHandIn } from '@/schemas/scenario';
import { type LocalCopy, putAside, type SetAside } from './draft-machine';

/**
 * What one browser keeps of one person's work on one exercise. Storage may be switched off or full: then nothing is
 * kept, `keepCopy` says so, and the page warns before it is left.
 */
export interface DeviceKeys {
  readonly copy: string;
  readonly setAside: string;
}

/** Before the first save a visitor has no id yet; what they write then is kept under `visitor`. */
export function deviceKeys(learnerId: string | null, scenarioId: string): DeviceKeys {
  const base = `defensible:${learnerId ?? 'visitor'}:${scenarioId}`;
  return { copy: `${base}:draft`, setAside: `${base}:set-aside` };
}

export function readCopy(key: string): LocalCopy | null {
  const value = readJson(key);
  if (!isRecord(value) || typeof value.base !== 'number' || typeof value.editedAt !== 'number') return null;
  return isHandIn(value.handIn) ? { base: value.base, handIn: value.handIn, editedAt: value.editedAt } : null;
}

export function readSetAside(key: string): SetAside[] {
  const value = readJson(key);
  return Array.isArray(value) ? value.filter(isSetAside) : [];
}

/** Puts a text among the versions set aside of an exercise whose page is not open here. The same text is kept once. */
export function keepAside(learnerId: string | null, scenarioId: string, handIn: PartialHandIn, at: number): void {
  const { setAside } = deviceKeys(learnerId, scenarioId);
  keep(setAside, putAside(readSetAside(setAside), { handIn, at, origin: 'this-tab' }));
}

/** Whether the value is now on this device. */
export function keep(key: string, value: unknown): boolean {
  try {
    window.localStorage.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false; // storage is switched off or full: the caller warns before the page is left
  }
}

export function forget(key: string): void {
  try {
    window.localStorage.removeItem(key);
  } catch {
    // storage is switched off: nothing is there to forget
  }
}

export function readJson(key: string): unknown {
  try {
    return JSON.parse(window.localStorage.getItem(key) ?? 'null');
  } catch {
    return null; // switched off, or not ours: the same as nothing kept
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isHandIn(value: unknown): value is PartialHandIn {
  return isRecord(value) && typeof value.explanation === 'string' && isRecord(value.choices);
}

function isSetAside(value: unknown): value is SetAside {
  return isRecord(value) && typeof value.at === 'number' && isHandIn(value.handIn);
}
