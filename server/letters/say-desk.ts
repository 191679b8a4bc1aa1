import 'server-only';
import type { Tx } from '../db/open-database';

const counted = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;

/** What waits for a person in a cohort, in numbers: letters name nobody, because nobody knows who reads them. */
export async function sayDesk(tx: Tx, cohortId: string): Promise<string> {
  const learners = tx
    .selectFrom('enrolments')
    .select('learnerId')
    .where('cohortId', '=', cohortId)
    .where('role', '=', 'learner')
    .where('status', '=', 'active');
  const appeals = await tx
    .selectFrom('appeals')
    .select((eb) => eb.fn.countAll<number | string>().as('count'))
    .where('status', '=', 'open')
    .where('learnerId', 'in', learners)
    .executeTakeFirstOrThrow();
  const unsure = await tx
    .selectFrom('grades')
    .innerJoin('submissions', 'submissions.id', 'grades.submissionId')
    .select((eb) => eb.fn.countAll<number | string>().as('count'))
    .where('grades.needsReview', '=', 1)
    .where('submissions.learnerId', 'in', learners)
    .executeTakeFirstOrThrow();
  const said = [
    Number(appeals.count) > 0
      ? `${counted(Number(appeals.count), 'appeal waits', 'appeals wait')} for a ruling.`
      : null,
    Number(unsure.count) > 0
      ? `The grader was unsure of ${counted(Number(unsure.count), 'draft', 'drafts')} that nobody has looked at.`
      : null,
  ];
  return said.filter((one) => one !== null).join(' ');
}
