import 'server-only';
import type { Outcome } from '@/schemas/outcome';
import { type Role, RoleSchema } from '@/schemas/roster';
import { mailSettings } from '../accounts/current-settings';
import type { Actor } from '../actor';
import { recordAct } from '../audit';
import { enrol } from '../cohorts/change-person';
import { selectOrganisationName } from '../cohorts/organisation';
import { database, inTransaction } from '../db/database';
import type { Db, Tx } from '../db/open-database';
import { env } from '../env';
import { addressOf, takeToken } from '../http/rate-limit';
import { PUBLIC_RATES } from '../http/rates';
import { lockLearner } from '../learners';
import { hashOfToken } from '../link-token';
import { statusOfInvite } from './invites';

export type JoinRefusal =
  | 'unknown'
  | 'revoked'
  | 'used'
  | 'expired'
  | 'archived'
  | 'needs-account'
  | 'other-address'
  | 'unconfirmed'
  | 'withdrawn';

/** What the page behind a link says. One that no longer works tells nothing about whose it was. */
export type JoinView =
  | { readonly status: 'busy' | 'unknown' | 'revoked' | 'used' | 'expired' | 'archived' }
  | { readonly status: 'withdrawn' | 'in'; readonly cohortName: string; readonly role: Role }
  | {
      readonly status: 'open' | 'other-address';
      readonly organisation: string | null;
      readonly cohortName: string;
      readonly role: Role;
      readonly madeBy: string | null;
      readonly expiresAt: number;
      /** Enough of the address for its owner to know it, and for nobody else. */
      readonly address: string | null;
      readonly needsAccount: boolean;
    };

/** "ada@example.org" → "a…@example.org". */
const masked = (email: string) => email.replace(/^(.)[^@]*/u, '$1…');

/** A role that opens other people's work, and an invitation to an address, need somebody who can be known again. */
const needsAccount = (invite: { readonly role: string; readonly email: string | null }) =>
  invite.role !== 'learner' || invite.email !== null;

async function findInvite(db: Db | Tx, token: string) {
  const row = await db
    .selectFrom('invites')
    .innerJoin('cohorts', 'cohorts.id', 'invites.cohortId')
    .leftJoin('user', 'user.id', 'invites.createdById')
    .select(['invites.id', 'cohortId', 'role', 'invites.email', 'expiresAt', 'uses', 'maxUses', 'revokedAt'])
    .select(['cohorts.name as cohortName', 'cohorts.archivedAt', 'user.name as madeBy'])
    .where('tokenHash', '=', hashOfToken(token))
    .executeTakeFirst();
  return row ? { ...row, role: RoleSchema.parse(row.role) } : null;
}

type Found = NonNullable<Awaited<ReturnType<typeof findInvite>>>;

/** What the person already is in that cohort, as far as this invitation is concerned. */
async function standing(db: Db | Tx, invite: Found, learnerId: string): Promise<'in' | 'withdrawn' | 'out'> {
  const row = await db
    .selectFrom('enrolments')
    .select('status')
    .where('cohortId', '=', invite.cohortId)
    .where('learnerId', '=', learnerId)
    .where('role', '=', invite.role)
    .executeTakeFirst();
  if (row?.status === 'active') return 'in';
  // A link that was meant for everybody does not undo what was decided about one person.
  return row?.status === 'withdrawn' ? 'withdrawn' : 'out';
}

function whyNot(invite: Found, actor: Actor, now: number): JoinRefusal | null {
  const status = statusOfInvite(invite, now);
  if (status !== 'open') return status;
  if (invite.archivedAt !== null) return 'archived';
  if (actor.isGuest && needsAccount(invite)) return 'needs-account';
  if (invite.email === null) return null;
  if (invite.email !== actor.email?.toLowerCase()) return 'other-address';
  // Where letters can be sent, an address counts only once it has shown whose it is.
  return mailSettings() && !actor.isConfirmed ? 'unconfirmed' : null;
}

/** What a link is, to whoever opens it. Looking uses nothing up; too many looks from one address are put off. */
export async function selectJoin(token: string, actor: Actor | null, headers: Headers): Promise<JoinView> {
  if (takeToken(PUBLIC_RATES.join, addressOf(headers, env().trustedProxies)) !== null) return { status: 'busy' };
  const invite = await findInvite(database(), token);
  if (!invite) return { status: 'unknown' };
  const { cohortName, role, madeBy, expiresAt, email } = invite;
  const place = actor ? await standing(database(), invite, actor.learnerId) : 'out';
  if (place === 'in') return { status: 'in', cohortName, role };
  const status = statusOfInvite(invite, Date.now());
  if (status !== 'open') return { status };
  if (invite.archivedAt !== null) return { status: 'archived' };
  if (place === 'withdrawn') return { status: 'withdrawn', cohortName, role };
  const isOther = actor !== null && whyNot(invite, actor, Date.now()) === 'other-address';
  return {
    status: isOther ? 'other-address' : 'open',
    organisation: await selectOrganisationName(),
    cohortName,
    role,
    madeBy,
    expiresAt,
    address: email === null ? null : masked(email),
    needsAccount: needsAccount(invite),
  };
}

/** Counts one use, or answers false. Of two people racing for the last one, one gets it. */
async function takeUse(tx: Tx, inviteId: string, now: number): Promise<boolean> {
  const taken = await tx
    .updateTable('invites')
    .set((eb) => ({ uses: eb('uses', '+', 1) }))
    .where('id', '=', inviteId)
    .whereRef('uses', '<', 'maxUses')
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', now)
    .returning('id')
    .executeTakeFirst();
  return taken !== undefined;
}

/**
 * Takes somebody into the cohort of a link, with the work they have: nothing of it moves, it only comes into view of
 * those who run the cohort. Joining again changes nothing and uses nothing up.
 */
export async function joinByInvite(actor: Actor, token: string): Promise<Outcome<null, JoinRefusal>> {
  const now = Date.now();
  return inTransaction(async (tx) => {
    const learnerId = await lockLearner(tx, actor.learnerId, now);
    const invite = await findInvite(tx, token);
    if (!invite) return { ok: false, reason: 'unknown' };
    const place = await standing(tx, invite, learnerId);
    if (place === 'in') return { ok: true, value: null };
    const reason = whyNot(invite, actor, now) ?? (place === 'withdrawn' ? 'withdrawn' : null);
    if (reason) return { ok: false, reason };
    if (!(await takeUse(tx, invite.id, now))) return { ok: false, reason: 'used' };
    await enrol(tx, invite.cohortId, learnerId, invite.role);
    await tx
      .insertInto('invite_uses')
      .values({ inviteId: invite.id, learnerId, usedAt: now })
      .onConflict((conflict) => conflict.columns(['inviteId', 'learnerId']).doNothing())
      .execute();
    // That somebody learns in a cohort is told by their row, and goes with them; a role over others is for the record.
    if (invite.role !== 'learner')
      await recordAct(tx, actor, {
        act: 'invite.accepted',
        cohortId: invite.cohortId,
        subjectId: learnerId,
        details: { role: invite.role },
      });
    return { ok: true, value: null };
  });
}
