import 'server-only';
import type { LearnerId } from '@/schemas/ids';
import type { Outcome } from '@/schemas/outcome';
import type { Actor } from './actor';
import { database, inTransaction } from './db/database';
import type { Tx } from './db/open-database';
import { teachDemoCohort } from './demo/demo-cohort';
import { hashOfToken, newLinkToken } from './link-token';
import { newId } from './new-id';
import { SELF_PACED_COHORT } from './self-paced-cohort';

export type LinkPurpose = 'claim-instructor' | 'reset-password' | 'confirm-email';
export type LinkState = 'valid' | 'used' | 'expired' | 'unknown';

const HOUR = 3_600_000;
/** How long each kind of link works. */
export const LINK_LIFE_MS: Readonly<Record<LinkPurpose, number>> = {
  'claim-instructor': 7 * 24 * HOUR,
  'reset-password': 24 * HOUR,
  'confirm-email': 24 * HOUR,
};

export interface NewLink {
  readonly token: string;
  readonly expiresAt: number;
}

/**
 * Makes a link that works once. Unused links of the same purpose and person stop working. `email`: where it is sent, so
 * that using it shows that the address is theirs.
 */
export async function makeLink(
  purpose: LinkPurpose,
  learnerId: LearnerId | null,
  email: string | null = null,
): Promise<NewLink> {
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
        email,
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

/** Whether a link to confirm an address can still be used. */
export async function selectConfirmLink(token: string): Promise<LinkState> {
  return stateOf('confirm-email', token);
}

/** Uses a link up, or answers null. Of two requests with one link, one gets it. */
export async function takeLink(
  tx: Tx,
  purpose: LinkPurpose,
  token: string,
): Promise<{ learnerId: string | null; email: string | null } | null> {
  const now = Date.now();
  const taken = await tx
    .updateTable('one_time_links')
    .set({ usedAt: now })
    .where('purpose', '=', purpose)
    .where('tokenHash', '=', hashOfToken(token))
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now)
    .returning(['learnerId', 'email'])
    .executeTakeFirst();
  return taken ?? null;
}

export type DeadLink = Exclude<LinkState, 'valid'>;

/** Why a link could not be used. */
export async function whyDead(purpose: LinkPurpose, token: string): Promise<{ ok: false; reason: DeadLink }> {
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
