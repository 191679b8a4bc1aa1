import 'server-only';
import type { LearnerId } from '@/schemas/ids';
import type { Outcome } from '@/schemas/outcome';
import { hashPassword, signInKey } from './accounts/people';
import type { Actor } from './actor';
import { forgetTries } from './count-try';
import { database, inTransaction } from './db/database';
import type { Tx } from './db/open-database';
import { teachDemoCohort } from './demo/demo-cohort';
import { hashOfToken, newLinkToken } from './link-token';
import { newId } from './new-id';
import { SELF_PACED_COHORT } from './self-paced-cohort';

export type LinkPurpose = 'claim-instructor' | 'reset-password';
export type LinkState = 'valid' | 'used' | 'expired' | 'unknown';

const HOUR = 3_600_000;
/** How long each kind of link works. */
export const LINK_LIFE_MS: Readonly<Record<LinkPurpose, number>> = {
  'claim-instructor': 7 * 24 * HOUR,
  'reset-password': 24 * HOUR,
};

export interface NewLink {
  readonly token: string;
  readonly expiresAt: number;
}

/** Makes a link that works once. Unused links of the same purpose and person stop working. */
export async function makeLink(purpose: LinkPurpose, learnerId: LearnerId | null): Promise<NewLink> {
  const token = newLinkToken();
  const now = Date.now();
  const expiresAt = now + LINK_LIFE_MS[purpose];
  await inTransaction(async (tx) => {
    await tx
      .updateTable('one_time_links')
      .set({ expiresAt: now })
      .where('purpose', '=', purpose)
      .where('learnerId', learnerId === null ? 'is' : '=', learnerId)
      .where('usedAt', 'is', null)
      .execute();
    await tx
      .insertInto('one_time_links')
      .values({
        id: newId(),
        purpose,
        tokenHash: hashOfToken(token),
        learnerId,
        createdAt: now,
        expiresAt,
        usedAt: null,
      })
      .execute();
  });
  return { token, expiresAt };
}

async function stateOf(purpose: LinkPurpose, token: string): Promise<LinkState> {
  const link = await database()
    .selectFrom('one_time_links')
    .select(['expiresAt', 'usedAt'])
    .where('purpose', '=', purpose)
    .where('tokenHash', '=', hashOfToken(token))
    .executeTakeFirst();
  if (!link) return 'unknown';
  if (link.usedAt !== null) return 'used';
  return link.expiresAt > Date.now() ? 'valid' : 'expired';
}

/** Whether a link to the instructor's place can still be used. Looking at it does not use it up. */
export async function selectClaimLink(token: string): Promise<LinkState> {
  return stateOf('claim-instructor', token);
}

/** Whether a password link can still be used. */
export async function selectResetLink(token: string): Promise<LinkState> {
  return stateOf('reset-password', token);
}

/** Uses a link up, or answers null. Of two requests with one link, one gets it. */
async function takeLink(tx: Tx, purpose: LinkPurpose, token: string): Promise<{ learnerId: string | null } | null> {
  const now = Date.now();
  const taken = await tx
    .updateTable('one_time_links')
    .set({ usedAt: now })
    .where('purpose', '=', purpose)
    .where('tokenHash', '=', hashOfToken(token))
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now)
    .returning('learnerId')
    .executeTakeFirst();
  return taken ?? null;
}

type DeadLink = Exclude<LinkState, 'valid'>;

async function whyDead(purpose: LinkPurpose, token: string): Promise<{ ok: false; reason: DeadLink }> {
  const state = await stateOf(purpose, token);
  return { ok: false, reason: state === 'valid' ? 'used' : state };
}

/** Makes the signed-in account the owner, and an instructor of the self-paced cohort. A guest must sign up first: the role needs a password. */
export async function claimInstructor(actor: Actor, token: string): Promise<Outcome<null, DeadLink | 'guest'>> {
  if (actor.isGuest) return { ok: false, reason: 'guest' };
  const isTaken = await inTransaction(async (tx) => {
    if (!(await takeLink(tx, 'claim-instructor', token))) return false;
    const now = Date.now();
    await tx
      .insertInto('enrolments')
      .values({
        learnerId: actor.learnerId,
        cohortId: SELF_PACED_COHORT.id,
        role: 'instructor',
        status: 'active',
        enrolledAt: now,
      })
      .onConflict((conflict) => conflict.columns(['learnerId', 'cohortId', 'role']).doUpdateSet({ status: 'active' }))
      .execute();
    await teachDemoCohort(tx, [actor.learnerId], now);
    // The link of the first start is for whoever runs the installation.
    await tx
      .insertInto('owners')
      .values({ learnerId: actor.learnerId, since: now })
      .onConflict((conflict) => conflict.column('learnerId').doNothing())
      .execute();
    return true;
  });
  return isTaken ? { ok: true, value: null } : whyDead('claim-instructor', token);
}

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

/** Sets a new password by a one-time link and ends every session of the account. All of it, or nothing. */
export async function resetPassword(token: string, password: string): Promise<Outcome<null, DeadLink>> {
  if ((await selectResetLink(token)) !== 'valid') return whyDead('reset-password', token);
  const hash = await hashPassword(password);
  const email = await inTransaction(async (tx) => {
    const link = await takeLink(tx, 'reset-password', token);
    if (!link?.learnerId) return null;
    await setPassword(tx, link.learnerId, hash);
    await tx.deleteFrom('session').where('userId', '=', link.learnerId).execute();
    const user = await tx.selectFrom('user').select('email').where('id', '=', link.learnerId).executeTakeFirstOrThrow();
    return user.email;
  });
  if (email === null) return whyDead('reset-password', token);
  await forgetTries(signInKey(email));
  return { ok: true, value: null };
}
