import { forget, isHandIn, isRecord, keep, readJson } from '@/components/exercise/device-copy';
import { toPastes } from '@/components/exercise/pastes';
import type { OpinionChoice } from '@/schemas/opinion';
import type { Pastes } from '@/schemas/paste';
import type { HandIn } from '@/schemas/scenario';

/**
 * A hand-in that was pressed and that the server has not acknowledged, as this device keeps it. It is written before
 * anything is sent and leaves with the answer: a tab that dies in between loses nothing, and the key that it was first
 * sent with makes the server recognise it (docs/decisions/027).
 */
export interface WaitingHandIn {
  readonly key: string;
  /** Whose page it was pressed on; null for a visitor. */
  readonly owner: string | null;
  readonly scenarioId: string;
  readonly attempt: number;
  readonly handIn: HandIn;
  readonly opinion: OpinionChoice | null;
  readonly pastes?: Pastes;
  /** By the clock of this device: shown to its reader, and nothing is decided by it. */
  readonly pressedAt: number;
}

/** Who reads the page: a hand-in of one person never goes out under the name of another. */
export interface Reader {
  readonly learnerId: string;
  readonly isGuest: boolean;
}

const PREFIX = 'defensible:waiting:';

export const waitingKey = (owner: string | null, scenarioId: string): string =>
  `${PREFIX}${owner ?? 'visitor'}:${scenarioId}`;

/**
 * Whether `reader` may send it: its owner, or for a visitor's one the guest whom that very hand-in may have made. An
 * account that signed in on the same device is somebody else.
 */
export function maySend(waiting: Pick<WaitingHandIn, 'owner'>, reader: Reader | null): boolean {
  if (waiting.owner === null) return reader === null || reader.isGuest;
  return waiting.owner === reader?.learnerId;
}

export function readWaiting(storageKey: string): WaitingHandIn | null {
  const value = readJson(storageKey);
  if (!isRecord(value) || typeof value.key !== 'string' || typeof value.scenarioId !== 'string') return null;
  if (typeof value.attempt !== 'number' || typeof value.pressedAt !== 'number') return null;
  if (value.owner !== null && typeof value.owner !== 'string') return null;
  const { key, owner, scenarioId, attempt, handIn, pressedAt } = value;
  if (!isHandIn(handIn) || handIn.boundary === undefined) return null;
  // It was written whole; what somebody may have taken out of it since is for the server to refuse.
  const whole = { ...handIn, boundary: handIn.boundary } as HandIn;
  const opinion = isOpinion(value.opinion) ? value.opinion : null;
  const pastes = value.pastes === undefined ? {} : { pastes: toPastes(value.pastes) };
  return { key, owner, scenarioId, attempt, handIn: whole, opinion, ...pastes, pressedAt };
}

/** Whether it is now on this device. */
export const keepWaiting = (waiting: WaitingHandIn): boolean =>
  keep(waitingKey(waiting.owner, waiting.scenarioId), waiting);

/** Takes it away, unless another one has taken its place since. */
export function forgetWaiting({ owner, scenarioId, key }: WaitingHandIn): void {
  const storageKey = waitingKey(owner, scenarioId);
  if (readWaiting(storageKey)?.key === key) forget(storageKey);
}

/** What waits on this device and `reader` may send, the first pressed first. */
export function waitingOf(reader: Reader | null): WaitingHandIn[] {
  return storageKeys()
    .filter((name) => name.startsWith(PREFIX))
    .flatMap((name) => readWaiting(name) ?? [])
    .filter((waiting) => maySend(waiting, reader))
    .toSorted((one, other) => one.pressedAt - other.pressedAt);
}

/** The key of an earlier try with the very same content, so that the server finds the first one; else null. */
export function keyOfSame(before: WaitingHandIn | null, handIn: HandIn, attempt: number): string | null {
  if (!before || before.attempt !== attempt) return null;
  return contentOf(before.handIn) === contentOf(handIn) ? before.key : null;
}

const contentOf = ({ choices, boundary, explanation }: HandIn): string =>
  JSON.stringify([Object.entries(choices).sort(), boundary, explanation]);

function storageKeys(): string[] {
  try {
    return Object.keys(window.localStorage);
  } catch {
    return []; // storage is switched off: nothing waits
  }
}

function isOpinion(value: unknown): value is OpinionChoice {
  return isRecord(value) && typeof value.recipientId === 'string' && typeof value.isWanted === 'boolean';
}
