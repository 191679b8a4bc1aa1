import { isRecord, keep, readJson } from '@/components/exercise/device-copy';
import { BoundarySchema, type Choice, ChoiceSchema } from '@/schemas/scenario';
import type { RoundCopy, RoundWork } from './round-machine';

/** A hand-in belongs to one person, so its id keeps the notes of two people apart. */
export const copyKey = (submissionId: string, n: number): string => `defensible:twist:${submissionId}:${n}`;
export const sendKey = (submissionId: string, n: number): string => `${copyKey(submissionId, n)}:sending`;

/** What this device holds of a round that was not handed in; null where it holds nothing that fits. */
export function readRoundCopy(key: string): RoundCopy | null {
  const value = readJson(key);
  if (!isRecord(value) || typeof value.note !== 'string' || typeof value.changeHash !== 'string') return null;
  const boundary = BoundarySchema.safeParse(value.boundary);
  if (!boundary.success || !isRecord(value.choices)) return null;
  const choices: Record<string, Choice> = {};
  for (const [id, kept] of Object.entries(value.choices)) {
    const choice = ChoiceSchema.safeParse(kept);
    if (choice.success) choices[id] = choice.data;
  }
  return { choices, boundary: boundary.data, note: value.note, changeHash: value.changeHash };
}

/** Whether the work is now on this device. */
export const keepRound = (key: string, work: RoundWork, changeHash: string): boolean =>
  keep(key, { ...work, changeHash } satisfies RoundCopy);
