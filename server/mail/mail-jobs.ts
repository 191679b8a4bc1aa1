import 'server-only';
import type { JobBody } from '@/schemas/job';
import { mailSettings, ownOrigin } from '../accounts/current-settings';
import { database, inTransaction } from '../db/database';
import { hashOfToken, newLinkToken } from '../link-token';
import { makeLink } from '../links';
import { letterToConfirm, letterToReset } from './letters';
import { sendMail } from './send-mail';

/** Sends a link for a new password. Nobody: the address that was asked for has no account, and nothing is sent. */
export async function mailResetLink({ learnerId }: Extract<JobBody, { kind: 'mail-reset' }>): Promise<void> {
  if (!learnerId || !mailSettings()) return;
  const user = await database().selectFrom('user').select('email').where('id', '=', learnerId).executeTakeFirst();
  if (!user) return;
  const { token } = await makeLink('reset-password', learnerId, user.email);
  await sendMail({ to: user.email, ...letterToReset(`${ownOrigin()}/reset/${token}`) });
}

/**
 * Sends a link that confirms an address. Its secret is made here, so that it is nowhere in the database: a job that runs
 * again sends another, and only the last one works.
 */
export async function mailConfirmation({ linkId }: Extract<JobBody, { kind: 'mail-confirm' }>): Promise<void> {
  if (!mailSettings()) return;
  const token = newLinkToken();
  const link = await inTransaction((tx) =>
    tx
      .updateTable('one_time_links')
      .set({ tokenHash: hashOfToken(token) })
      .where('id', '=', linkId)
      .where('usedAt', 'is', null)
      .where('expiresAt', '>', Date.now())
      .returning('email')
      .executeTakeFirst(),
  );
  if (!link?.email) return;
  await sendMail({ to: link.email, ...letterToConfirm(`${ownOrigin()}/confirm/${token}`, link.email) });
}
