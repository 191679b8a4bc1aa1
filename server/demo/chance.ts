import 'server-only';
import { createHash } from 'node:crypto';

/** A number in 0..1 that looks like chance and is the same for the same words: two demo cohorts tell one story. */
export function chance(...words: readonly (string | number)[]): number {
  return createHash('sha256').update(words.join('\0')).digest().readUInt32BE(0) / 2 ** 32;
}
