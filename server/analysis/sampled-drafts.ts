import 'server-only';
import type { SubmissionId } from '@/schemas/ids';
import type { Db } from '../db/open-database';
import { DRAWS } from '../reviews/ensure-entries';

/**
 * Which of these drafts fell into the desk's random sample, by the share that a cohort of their learner has drawn today:
 * the only ones that say how the grader does in general, doubtful or not.
 */
export async function readSampledDrafts(db: Db, ids: readonly SubmissionId[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectFrom('review_entries')
    .innerJoin('submissions', 'submissions.id', 'review_entries.submissionId')
    .innerJoin('enrolments', 'enrolments.learnerId', 'submissions.learnerId')
    .innerJoin('review_samples', 'review_samples.cohortId', 'enrolments.cohortId')
    .select(['review_entries.submissionId', 'draw', 'percent'])
    .where('enrolments.role', '=', 'learner')
    .where('enrolments.status', '=', 'active')
    .execute();
  const asked = new Set<string>(ids);
  const drawn = rows.filter(({ draw, percent }) => draw < (percent / 100) * DRAWS);
  return new Set(drawn.map(({ submissionId }) => submissionId).filter((id) => asked.has(id)));
}
