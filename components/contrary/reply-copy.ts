import { isRecord, keep, readJson } from '@/components/exercise/device-copy';
import type { ReplyCopy } from './reply-machine';

/** A hand-in belongs to one person, so its id keeps the replies of two people apart. */
export const copyKey = (submissionId: string): string => `defensible:contrary:${submissionId}`;
export const sendKey = (submissionId: string): string => `${copyKey(submissionId)}:sending`;

/** What this device holds of a reply that was not handed in; null where it holds nothing that fits. */
export function readReplyCopy(key: string): ReplyCopy | null {
  const value = readJson(key);
  if (!isRecord(value) || typeof value.reply !== 'string' || typeof value.caseHash !== 'string') return null;
  return { reply: value.reply, caseHash: value.caseHash };
}

/** Whether the reply is now on this device. */
export const keepReply = (key: string, copy: ReplyCopy): boolean => keep(key, copy);
