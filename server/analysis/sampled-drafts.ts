import 'server-only';
import type { SubmissionId } from '@/schemas/ids';
import type { Db } from '../db/open-database';
import { letOthers } from '../let-others';
import { DRAWS } from '../reviews/draws';

/** Drafts asked for at once. */
const SLICE = 500;

/**
 * Which of these drafts fell into the desk's random sample, by the share that a cohort of their learner has drawn today:
 * the only ones that say how the grader does in general, doubtful or not.
 */
export async function readSampledDrafts(db: Db, ids: readonly SubmissionId[]): Promise<ReadonlySet<string>> {
  const drawn = new Set<string>();
  for (let from = 0; from < ids.length; from += SLICE) {
    for (const id of await drawnAmong(db, ids.slice(from, from + SLICE))) drawn.add(id);
    await letOthers();
  }
  return drawn;
}

async function drawnAmong(db: Db, ids: readonly SubmissionId[]): Promise<string[]> {
  const rows = await db
    .selectFrom('review_entries')
    .innerJoin('submissions', 'submissions.id', 'review_entries.submissionId')
    .innerJoin('enrolments', 'enrolments.learnerId', 'submissions.learnerId')
    .innerJoin('review_samples', 'review_samples.cohortId', 'enrolments.cohortId')
    .select(['review_entries.submissionId', 'draw', 'percent'])
    .where('review_entries.submissionId', 'in', ids)
    .where('enrolments.role', '=', 'learner')
    .where('enrolments.status', '=', 'active')
    .execute();
  return rows.filter(({ draw, percent }) => draw < (percent / 100) * DRAWS).map(({ submissionId }) => submissionId);
}
