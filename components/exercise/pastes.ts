import type { Pastes } from '@/schemas/paste';
import { isRecord, keep, readJson } from './device-copy';

/** Kept on this device until the attempt is over, so that a visit later the count goes on. */
export const pastesKey = (owner: string | null, scenarioId: string, attempt: number): string =>
  `defensible:pastes:${owner ?? 'visitor'}:${scenarioId}:${attempt}`;

const NONE: Pastes = { characters: 0, largest: 0 };

export function toPastes(value: unknown): Pastes {
  if (!isRecord(value)) return NONE;
  const { characters, largest } = value;
  return Number.isSafeInteger(characters) && Number.isSafeInteger(largest)
    ? { characters: Number(characters), largest: Number(largest) }
    : NONE;
}

/** One paste more. What stood in the record already, or was cut out of it a moment ago, is one’s own and not counted. */
export function countPaste(before: Pastes, pasted: string, record: string, cut: string): Pastes {
  const text = pasted.trim();
  if (text === '' || record.includes(text) || cut.includes(text)) return before;
  const length = Math.min(text.length, 20_000);
  return { characters: Math.min(before.characters + length, 1_000_000), largest: Math.max(before.largest, length) };
}

export const readPastes = (key: string): Pastes => toPastes(readJson(key));

export function notePaste(key: string, pasted: string, record: string, cut: string): void {
  const before = readPastes(key);
  const after = countPaste(before, pasted, record, cut);
  if (after !== before) keep(key, after);
}
