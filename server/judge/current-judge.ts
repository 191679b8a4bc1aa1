import 'server-only';
import type { Recipient } from '@/schemas/opinion';
import { env } from '../env';
import type { JudgeSettings } from './judge-settings';
import { toRecipient } from './recipient';

/** On globalThis, because Next loads modules more than once. undefined: as the environment says. */
const slot = Symbol.for('defensible.judge');
const holder: typeof globalThis & { [slot]?: JudgeSettings | null } = globalThis;

/** The judge of this process, or null where there is none. */
export function judgeSettings(): JudgeSettings | null {
  const chosen = holder[slot];
  return chosen === undefined ? env().judge : chosen;
}

/** Makes these the settings of this process. Tests choose theirs with it. */
export function chooseJudge(settings: JudgeSettings | null): void {
  holder[slot] = settings;
}

/** Whom a text would go to, or null where there is nobody. */
export function currentRecipient(): Recipient | null {
  const settings = judgeSettings();
  return settings && toRecipient(settings);
}
