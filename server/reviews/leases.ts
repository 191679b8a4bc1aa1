import 'server-only';
import type { CohortId, SubmissionId } from '@/schemas/ids';
import type { Outcome } from '@/schemas/outcome';
import type { Actor } from '../actor';
import { database, inTransaction } from '../db/database';
import type { Db, Tx } from '../db/open-database';
import { findInCohort } from './review-scope';

/** How long a draft stays somebody's without a sign of life; pages renew it while they are open. */
export const LEASE_MS = 10 * 60_000;

type Taken = Outcome<{ readonly until: number }, 'taken', { readonly until: number }>;

/**
 * Takes or renews the lease on a draft for the actor, unless somebody else's runs. One statement decides, so of two people
 * arriving at once one gets it. A lease that ran out and that nobody took is simply taken again.
 */
export async function holdLease(tx: Tx, actor: Actor, submissionId: SubmissionId, now: number): Promise<Taken> {
  const until = now + LEASE_MS;
  const { learnerId: holderId } = actor;
  const held = await tx
    .insertInto('review_leases')
    .values({ submissionId, holderId, expiresAt: until })
    .onConflict((conflict) =>
      conflict
        .column('submissionId')
        .doUpdateSet({ holderId, expiresAt: until })
        .where((eb) => eb.or([eb('review_leases.holderId', '=', holderId), eb('review_leases.expiresAt', '<=', now)])),
    )
    .returning('holderId')
    .executeTakeFirst();
  if (held) return { ok: true, value: { until } };
  const other = await tx
    .selectFrom('review_leases')
    .select('expiresAt')
    .where('submissionId', '=', submissionId)
    .executeTakeFirst();
  return { ok: false, reason: 'taken', detail: { until: other?.expiresAt ?? now } };
}

/** Opens a draft for the actor, or says until when somebody else has it. */
export async function takeLease(
  actor: Actor,
  cohortId: CohortId,
  submissionId: SubmissionId,
): Promise<Taken | { readonly ok: false; readonly reason: 'unknown-submission' }> {
  const scope = await findInCohort(actor, cohortId, submissionId, 'open a draft for review');
  if (!scope) return { ok: false, reason: 'unknown-submission' };
  return inTransaction((tx) => holdLease(tx, actor, submissionId, Date.now()));
}

/** Leaves a draft to others. Of somebody else's lease nothing changes. */
export async function releaseLease(actor: Actor, cohortId: CohortId, submissionId: SubmissionId): Promise<void> {
  if (!(await findInCohort(actor, cohortId, submissionId, 'leave a draft'))) return;
  await dropLease(database(), actor, submissionId);
}

/** The same within a transaction of one's own. */
export async function dropLease(db: Db | Tx, actor: Actor, submissionId: SubmissionId): Promise<void> {
  await db
    .deleteFrom('review_leases')
    .where('submissionId', '=', submissionId)
    .where('holderId', '=', actor.learnerId)
    .execute();
}

/** Drafts that somebody else is at, and until when. */
export async function readHeld(actor: Actor, now: number): Promise<ReadonlyMap<string, number>> {
  const rows = await database()
    .selectFrom('review_leases')
    .select(['submissionId', 'expiresAt'])
    .where('holderId', '!=', actor.learnerId)
    .where('expiresAt', '>', now)
    .execute();
  return new Map(rows.map(({ submissionId, expiresAt }) => [submissionId, expiresAt]));
}
