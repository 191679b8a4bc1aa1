import 'server-only';
import type { Recipient } from '@/schemas/opinion';
import { contentHash } from '../db/json';
import type { JudgeSettings } from './judge-settings';

/** Who reads a text that is sent, in the words that the learner is told. The key and the path stay here. */
export function toRecipient({ kind, name, url, model }: JudgeSettings): Recipient {
  return { id: contentHash([kind, name, url.href, model]).slice(0, 16), name, host: url.host, model };
}
