import 'server-only';
import { type CohortId, CohortIdSchema, type LearnerId, LearnerIdSchema, type SubmissionId } from '@/schemas/ids';
import type { Actor } from '../actor';
import { cohortsWith, requireIn } from '../authority';
import { database } from '../db/database';
import type { Db, Tx } from '../db/open-database';
import { Forbidden } from '../forbidden';

/** Whose draft it is: for the server alone, never for a page. */
export interface ReviewScope {
  readonly cohortId: CohortId;
  readonly learnerId: LearnerId;
}

/** Active learners of a cohort, other than the reader: nobody rules on their own work. */
export function othersIn(db: Db | Tx, cohortId: string, actor: Actor) {
  return db
    .selectFrom('enrolments')
    .select('enrolments.learnerId')
    .where('cohortId', '=', cohortId)
    .where('role', '=', 'learner')
    .where('enrolments.status', '=', 'active')
    .where('enrolments.learnerId', '!=', actor.learnerId);
}

/**
 * First step of everything about one draft: throws where the actor reviews nothing in the cohort, and is null where the
 * draft is not by an active learner of it, as if it did not exist.
 */
export async function findInCohort(
  actor: Actor,
  cohortId: CohortId,
  submissionId: SubmissionId,
  act: string,
): Promise<ReviewScope | null> {
  requireIn(actor, cohortId, 'review', act);
  const row = await database()
    .selectFrom('submissions')
    .select('submissions.learnerId')
    .where('submissions.id', '=', submissionId)
    .where('submissions.learnerId', 'in', othersIn(database(), cohortId, actor))
    .executeTakeFirst();
  return row ? { cohortId, learnerId: LearnerIdSchema.parse(row.learnerId) } : null;
}

/** The cohort in which the actor may review a draft: the one asked for, or else the one that its writer joined last. */
export async function chooseCohort(
  actor: Actor,
  submissionId: SubmissionId,
  wanted: string | null,
): Promise<CohortId | null> {
  const mine = cohortsWith(actor, 'review');
  if (mine.length === 0) throw new Forbidden('open a draft for review');
  const rows = await database()
    .selectFrom('submissions')
    .innerJoin('enrolments', 'enrolments.learnerId', 'submissions.learnerId')
    .select('cohortId')
    .where('submissions.id', '=', submissionId)
    .where('submissions.learnerId', '!=', actor.learnerId)
    .where('role', '=', 'learner')
    .where('enrolments.status', '=', 'active')
    .where('cohortId', 'in', mine)
    .orderBy('enrolledAt', 'desc')
    .orderBy('cohortId')
    .execute();
  const found = rows.find(({ cohortId }) => cohortId === wanted) ?? rows[0];
  return found ? CohortIdSchema.parse(found.cohortId) : null;
}
