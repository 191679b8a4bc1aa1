import 'server-only';
import { type LearnerId, LearnerIdSchema } from '@/schemas/ids';
import type { Actor } from '../actor';
import { inTransaction } from '../db/database';
import type { Tx } from '../db/open-database';
import { deleteLearners } from '../delete-learners';
import { Forbidden } from '../forbidden';
import { holdLearner } from '../learners';
import { newId } from '../new-id';

const DAY_MS = 86_400_000;
/** A preview that nobody ended is removed after as many days. */
export const PREVIEW_DAYS = 7;

/** Who looks: whoever runs a cohort or the installation, from the desk or out of a preview of theirs. */
function requireViewer(actor: Actor, act: string): LearnerId {
  if (actor.previewOf !== null) return actor.previewOf;
  if (actor.isGuest || !(actor.isOwner || actor.teaches.length > 0)) throw new Forbidden(act);
  return actor.learnerId;
}

async function dropPreviews(tx: Tx, ownerId: LearnerId): Promise<void> {
  const rows = await tx.selectFrom('previews').select('learnerId').where('ownerId', '=', ownerId).execute();
  if (rows.length > 0)
    await deleteLearners(
      tx,
      rows.map(({ learnerId }) => learnerId),
    );
}

/**
 * A learner who has done nothing yet, for one person to look at the course in place of. It has no account and is in no
 * cohort, so that no roster, queue or statistic can meet it. Starting again begins anew; what was done before is gone.
 */
export async function startPreview(actor: Actor, now = Date.now()): Promise<LearnerId> {
  const ownerId = requireViewer(actor, 'look at the course as a learner');
  return inTransaction(async (tx) => {
    await holdLearner(tx, ownerId);
    await dropPreviews(tx, ownerId);
    const learnerId = LearnerIdSchema.parse(newId());
    await tx
      .insertInto('learners')
      .values({ id: learnerId, createdAt: now, lastActiveAt: now, mergedInto: null })
      .execute();
    await tx.insertInto('previews').values({ learnerId, ownerId, startedAt: now }).execute();
    return learnerId;
  });
}

/** Ends the preview and removes everything that was done in it. */
export async function endPreview(actor: Actor): Promise<void> {
  const ownerId = requireViewer(actor, 'end a preview');
  await inTransaction(async (tx) => {
    await holdLearner(tx, ownerId);
    await dropPreviews(tx, ownerId);
  });
}

/** Removes previews that were left open, and says how many. For the start of the server. */
export async function purgePreviews(now = Date.now()): Promise<number> {
  return inTransaction(async (tx) => {
    const rows = await tx
      .selectFrom('previews')
      .select('learnerId')
      .where('startedAt', '<', now - PREVIEW_DAYS * DAY_MS)
      .execute();
    if (rows.length > 0)
      await deleteLearners(
        tx,
        rows.map(({ learnerId }) => learnerId),
      );
    return rows.length;
  });
}
