import 'server-only';
import type { JobBody } from '@/schemas/job';
import type { LetterState } from '@/schemas/letter';
import { mailSettings, ownOrigin } from '../accounts/current-settings';
import { database } from '../db/database';
import { hashOfToken, newLinkToken } from '../link-token';
import { logError } from '../log';
import { sendMail } from '../mail/send-mail';
import { selectReaders } from './readers';
import { sayParts } from './say-parts';
import { writeLetter } from './write-letter';

/** A letter that could not be sent for so long says what is no longer news. */
const GOOD_FOR_MS = 2 * 86_400_000;

/** Moves a letter on, where it still is in the state that the caller saw. */
async function move(
  id: string,
  from: LetterState,
  to: LetterState,
  more: { tokenHash?: string; sentAt?: number } = {},
) {
  const moved = await database()
    .updateTable('letters')
    .set({ state: to, ...more })
    .where('id', '=', id)
    .where('state', '=', from)
    .returning('id')
    .executeTakeFirst();
  return moved !== undefined;
}

const LOST = ['ETIMEDOUT', 'ECONNECTION', 'ESOCKET'];
const BEFORE_TALKING = ['CONNECT_TIMEOUT', 'GREETING_TIMEOUT'];

/**
 * Whether the mail server may have taken a letter although sending it failed: the connection was lost in the middle. It
 * did not where it answered with a refusal, or was never reached. The fields are nodemailer's.
 */
function mayHaveArrived(error: unknown): boolean {
  const failed = error as { responseCode?: unknown; code?: unknown; syscall?: unknown; timeoutType?: unknown };
  if (typeof failed.responseCode === 'number' || failed.syscall === 'connect') return false;
  return LOST.includes(String(failed.code)) && !BEFORE_TALKING.includes(String(failed.timeoutType));
}

/**
 * Sends one letter. It is marked before it is handed over, so that a letter whose process was killed meanwhile, or whose
 * receipt got lost, is not sent a second time: a reminder that is missing once is better than one that comes twice.
 */
export async function sendLetter({ letterId }: Extract<JobBody, { kind: 'mail-letter' }>): Promise<void> {
  const letter = await database().selectFrom('letters').selectAll().where('id', '=', letterId).executeTakeFirst();
  if (letter?.state !== 'waiting') return;
  const now = Date.now();
  const [reader] = await selectReaders(database(), [letter.learnerId]);
  const isPossible = mailSettings() !== null && reader !== undefined && now - letter.createdAt < GOOD_FOR_MS;
  const said = isPossible ? await sayParts(letterId, reader, now) : [];
  if (!reader || said.length === 0) return void (await move(letterId, 'waiting', 'dropped'));
  const token = newLinkToken();
  if (!(await move(letterId, 'waiting', 'sending', { tokenHash: hashOfToken(token) }))) return;
  try {
    // The id of the letter is that of the message, so that a receiver who gets it twice can tell.
    const messageId = `<${letterId}@${new URL(ownOrigin()).hostname}>`;
    await sendMail({ to: reader.email, messageId, ...writeLetter(said, ownOrigin(), token) });
  } catch (error) {
    await move(letterId, 'sending', mayHaveArrived(error) ? 'unclear' : 'waiting');
    if (!mayHaveArrived(error)) throw error;
    return logError('letter-unclear', error, { letterId });
  }
  await move(letterId, 'sending', 'sent', { sentAt: Date.now() });
}
