import 'server-only';
import type { Outcome } from '@/schemas/outcome';
import { forgetTries } from '../count-try';
import { inTransaction } from '../db/database';
import type { Tx } from '../db/open-database';
import { type DeadLink, selectResetLink, takeLink, whyDead } from '../links';
import { newId } from '../new-id';
import { storedTruth } from './addresses';
import { endConfirmations } from './confirm-email';
import { ssoSettings } from './current-settings';
import { hashPassword, signInKey } from './people';

/** A sign-up that was cut off between its two rows left a person without a password row; the link mends that too. */
async function setPassword(tx: Tx, userId: string, hash: string): Promise<void> {
  const changed = await tx
    .updateTable('account')
    .set({ password: hash })
    .where('userId', '=', userId)
    .where('providerId', '=', 'credential')
    .executeTakeFirst();
  if (changed.numUpdatedRows > 0n) return;
  const now = new Date().toISOString();
  await tx
    .insertInto('account')
    .values({
      id: newId(),
      userId,
      accountId: userId,
      providerId: 'credential',
      password: hash,
      createdAt: now,
      updatedAt: now,
      accessToken: null,
      refreshToken: null,
      idToken: null,
      accessTokenExpiresAt: null,
      refreshTokenExpiresAt: null,
      scope: null,
    })
    .execute();
}

/**
 * A link that was sent to the address shows whose it is. Where nobody had shown that before, whoever made the account may
 * have been somebody else: their other ways in end with their password.
 */
async function confirmByMail(tx: Tx, userId: string, wasConfirmed: boolean): Promise<void> {
  if (wasConfirmed) return;
  await tx
    .updateTable('user')
    .set({ emailVerified: storedTruth(true) })
    .where('id', '=', userId)
    .execute();
  await tx.deleteFrom('sso_identities').where('learnerId', '=', userId).execute();
}

/** Sets a new password by a one-time link and ends every session of the account. All of it, or nothing. */
export async function resetPassword(token: string, password: string): Promise<Outcome<null, DeadLink | 'sso-only'>> {
  if (ssoSettings()?.isOnly) return { ok: false, reason: 'sso-only' };
  if ((await selectResetLink(token)) !== 'valid') return whyDead('reset-password', token);
  const hash = await hashPassword(password);
  const email = await inTransaction(async (tx) => {
    const link = await takeLink(tx, 'reset-password', token);
    if (!link?.learnerId) return null;
    const user = await tx
      .selectFrom('user')
      .select(['email', 'emailVerified'])
      .where('id', '=', link.learnerId)
      .executeTakeFirstOrThrow();
    await setPassword(tx, link.learnerId, hash);
    await tx.deleteFrom('session').where('userId', '=', link.learnerId).execute();
    await endConfirmations(tx, link.learnerId, Date.now());
    if (link.email === user.email) await confirmByMail(tx, link.learnerId, Boolean(user.emailVerified));
    return user.email;
  });
  if (email === null) return whyDead('reset-password', token);
  await forgetTries(signInKey(email));
  return { ok: true, value: null };
}
