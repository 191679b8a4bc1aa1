import type { HandIn } from '@/schemas/scenario';
import { forget, isRecord, keep, readJson } from './device-copy';

/**
 * One key per content, kept until the server has acknowledged it: a second try after a crash or a lost reply carries
 * the same key, so the server finds the first submission instead of making another.
 */
export function idempotencyKey(storageKey: string, handIn: HandIn): string {
  const content = JSON.stringify([Object.entries(handIn.choices).sort(), handIn.boundary, handIn.explanation]);
  const kept = readJson(storageKey);
  if (isRecord(kept) && typeof kept.key === 'string' && kept.content === content) return kept.key;
  const key = randomKey();
  keep(storageKey, { key, content });
  return key;
}

export const forgetIdempotencyKey = forget;

/** crypto.randomUUID exists only on https and localhost; a course in a LAN may be served over plain http. */
export function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
