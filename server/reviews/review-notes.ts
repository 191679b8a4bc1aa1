import 'server-only';
import type { CohortId, SubmissionId } from '@/schemas/ids';
import type { ReviewNote } from '@/schemas/review-desk';
import type { Actor } from '../actor';
import { recordAct } from '../audit';
import { requireIn } from '../authority';
import { database } from '../db/database';
import { newId } from '../new-id';
import { selectTaught } from '../roster';
import { findInCohort } from './review-scope';

/** Notes on a draft, oldest first. The caller has checked who reads; a learner never does. */
export async function readNotes(submissionId: SubmissionId): Promise<ReviewNote[]> {
  const rows = await database()
    .selectFrom('review_notes')
    .leftJoin('user', 'user.id', 'review_notes.authorId')
    .select(['review_notes.id', 'user.name', 'text', 'at'])
    .where('submissionId', '=', submissionId)
    .orderBy('at')
    .orderBy('review_notes.id')
    .execute();
  return rows.map(({ name, ...note }) => ({ ...note, author: name ?? 'Somebody who has left' }));
}

/** Adds a note for the others who review. A retry under the same key adds nothing. False where there is no such draft. */
export async function addNote(
  actor: Actor,
  cohortId: CohortId,
  submissionId: SubmissionId,
  { text, idempotencyKey }: { readonly text: string; readonly idempotencyKey: string },
): Promise<boolean> {
  if (!(await findInCohort(actor, cohortId, submissionId, 'write a note on a draft'))) return false;
  await database()
    .insertInto('review_notes')
    .values({ id: newId(), submissionId, authorId: actor.learnerId, text, idempotencyKey, at: Date.now() })
    .onConflict((conflict) => conflict.columns(['authorId', 'idempotencyKey']).doNothing())
    .execute();
  return true;
}

/** Whose draft it is, for those who run the cohort and say why they need to know; the reason is kept. Null: no such draft. */
export async function revealWriter(
  actor: Actor,
  cohortId: CohortId,
  submissionId: SubmissionId,
  reason: string,
): Promise<{ readonly name: string; readonly email: string | null; readonly isGuest: boolean } | null> {
  requireIn(actor, cohortId, 'manage', 'see whose draft it is');
  const scope = await findInCohort(actor, cohortId, submissionId, 'see whose draft it is');
  const person = scope && (await selectTaught(actor, scope.learnerId));
  if (!person) return null;
  await recordAct(database(), actor, {
    act: 'writer.revealed',
    cohortId,
    subjectId: scope.learnerId,
    details: { submissionId, reason },
  });
  const { name, email, isGuest } = person;
  return { name, email, isGuest };
}
