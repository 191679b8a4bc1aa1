import 'server-only';
import { type CohortId, LearnerIdSchema } from '@/schemas/ids';
import {
  type Invite,
  type InviteId,
  InviteIdSchema,
  InviteSchema,
  type InviteTerms,
  type NewInvite,
} from '@/schemas/invite';
import type { Outcome } from '@/schemas/outcome';
import type { Actor } from '../actor';
import { recordAct } from '../audit';
import { requireIn } from '../authority';
import { database, inTransaction } from '../db/database';
import type { Tx } from '../db/open-database';
import { DEMO_COHORT } from '../demo/demo-cohort';
import { env } from '../env';
import { hashOfToken, newLinkToken } from '../link-token';
import { newId } from '../new-id';
import { SELF_PACED_COHORT } from '../self-paced-cohort';

const DAY = 86_400_000;
const MOST_SHOWN = 200;

/** Where a link leads. `origin` is the address under which its maker uses the course. */
export function joinUrl(token: string, origin: string | undefined): string {
  const { baseUrl, port } = env();
  return `${baseUrl?.origin ?? origin ?? `http://localhost:${port}`}/join/${token}`;
}

export type InviteRefusal = 'unknown-cohort' | 'archived' | 'everybody' | 'demo';

/** Whether a cohort takes people in by invitation at all. */
export async function whyClosed(tx: Tx, cohortId: CohortId, role: string): Promise<InviteRefusal | null> {
  const cohort = await tx.selectFrom('cohorts').select('archivedAt').where('id', '=', cohortId).executeTakeFirst();
  if (!cohort) return 'unknown-cohort';
  if (cohort.archivedAt !== null) return 'archived';
  // What somebody did in the demo would vanish with it.
  if (cohortId === DEMO_COHORT.id) return 'demo';
  return cohortId === SELF_PACED_COHORT.id && role === 'learner' ? 'everybody' : null;
}

interface NewRow extends InviteTerms {
  readonly email: string | null;
  readonly name: string | null;
}

/** The row of a new invitation, and its secret, which is nowhere else. */
export function newInviteRow(actor: Actor, cohortId: CohortId, { days, ...terms }: NewRow, now: number) {
  const token = newLinkToken();
  const row = {
    ...terms,
    id: newId(),
    tokenHash: hashOfToken(token),
    cohortId,
    createdById: LearnerIdSchema.parse(actor.learnerId),
    createdAt: now,
    expiresAt: now + days * DAY,
    uses: 0,
    revokedAt: null,
  };
  return { token, row };
}

/** Makes a link that lets so many people in for so many days. The link is in the reply and nowhere else. */
export async function makeInvite(
  actor: Actor,
  cohortId: CohortId,
  terms: InviteTerms,
  origin?: string,
): Promise<Outcome<NewInvite, InviteRefusal>> {
  requireIn(actor, cohortId, 'manage', 'make an invitation');
  return inTransaction(async (tx) => {
    const reason = await whyClosed(tx, cohortId, terms.role);
    if (reason) return { ok: false, reason };
    const { token, row } = newInviteRow(actor, cohortId, { ...terms, email: null, name: null }, Date.now());
    await tx.insertInto('invites').values(row).execute();
    const { role, label, maxUses, days } = terms;
    await recordAct(tx, actor, { act: 'invite.made', cohortId, details: { role, label, maxUses, days } });
    const { id, expiresAt } = row;
    return { ok: true, value: { inviteId: InviteIdSchema.parse(id), url: joinUrl(token, origin), expiresAt } };
  });
}

/** Ends an invitation at once. Whoever came in by it stays. Ended twice, it is ended. */
export async function revokeInvite(
  actor: Actor,
  cohortId: CohortId,
  inviteId: InviteId,
): Promise<Outcome<null, 'unknown-invite'>> {
  requireIn(actor, cohortId, 'manage', 'revoke an invitation');
  return inTransaction(async (tx) => {
    const mine = tx.selectFrom('invites').select(['id', 'role']).where('id', '=', inviteId);
    const invite = await mine.where('cohortId', '=', cohortId).executeTakeFirst();
    if (!invite) return { ok: false, reason: 'unknown-invite' };
    const revoked = await tx
      .updateTable('invites')
      .set({ revokedAt: Date.now() })
      .where('id', '=', inviteId)
      .where('revokedAt', 'is', null)
      .executeTakeFirst();
    if (revoked.numUpdatedRows > 0n)
      await recordAct(tx, actor, { act: 'invite.revoked', cohortId, details: { role: invite.role } });
    return { ok: true, value: null };
  });
}

interface Counted {
  readonly revokedAt: number | null;
  readonly expiresAt: number;
  readonly uses: number;
  readonly maxUses: number;
}

/** Why a link still works, or does not: taken back, used up, or too old, in that order. */
export function statusOfInvite({ revokedAt, expiresAt, uses, maxUses }: Counted, now: number): Invite['status'] {
  if (revokedAt !== null) return 'revoked';
  if (uses >= maxUses) return 'used';
  return expiresAt > now ? 'open' : 'expired';
}

/** The latest two hundred invitations of a cohort, those that still work first. */
export async function selectInvites(actor: Actor, cohortId: CohortId): Promise<Invite[]> {
  requireIn(actor, cohortId, 'manage', 'list invitations');
  const rows = await database()
    .selectFrom('invites')
    .leftJoin('user', 'user.id', 'invites.createdById')
    .select(['invites.id', 'role', 'label', 'invites.email', 'user.name as madeBy', 'invites.createdAt', 'expiresAt'])
    .select(['uses', 'maxUses', 'revokedAt'])
    .where('cohortId', '=', cohortId)
    .orderBy('invites.createdAt', 'desc')
    .orderBy('invites.id', 'desc')
    .limit(MOST_SHOWN)
    .execute();
  const now = Date.now();
  const all = rows.map(({ revokedAt, ...row }) =>
    InviteSchema.parse({ ...row, status: statusOfInvite({ ...row, revokedAt }, now) }),
  );
  return all.toSorted((one, other) => Number(one.status !== 'open') - Number(other.status !== 'open'));
}
