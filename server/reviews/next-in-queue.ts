import 'server-only';
import { type CohortId, type SubmissionId, SubmissionIdSchema } from '@/schemas/ids';
import type { Actor } from '../actor';
import { database } from '../db/database';
import { readHeld } from './leases';
import { nextAfter, readWaiting } from './waiting-drafts';

/** The queue around one draft, and what comes after it. The caller has checked that the actor may review there. */
export async function readPlace(actor: Actor, cohortId: CohortId, submissionId: SubmissionId) {
  const [waiting, held] = [await readWaiting(actor, cohortId), await readHeld(actor, Date.now())];
  const isHeld = (id: string) => held.has(id);
  const entry = await database()
    .selectFrom('review_entries')
    .select('draw')
    .where('submissionId', '=', submissionId)
    .executeTakeFirst();
  const reasons = waiting.find((draft) => draft.submissionId === submissionId)?.reasons ?? [];
  const next = nextAfter(waiting, submissionId, entry?.draw ?? 0, isHeld);
  return { waiting, isHeld, reasons, nextId: next === null ? null : SubmissionIdSchema.parse(next) };
}
