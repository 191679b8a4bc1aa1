import 'server-only';
import type { JobBody } from '@/schemas/job';
import { database, inTransaction } from '../db/database';
import { notifyOnce } from '../notices';
import { toAssignment } from './asked';
import { eachLearner } from './each-learner';

/** An assignment that still asks for something; null where it was withdrawn, or went with its cohort. */
export async function readLiving(assignmentId: string) {
  const row = await database()
    .selectFrom('assignments')
    .innerJoin('cohorts', 'cohorts.id', 'assignments.cohortId')
    .selectAll('assignments')
    .where('assignments.id', '=', assignmentId)
    .where('withdrawnAt', 'is', null)
    .where('archivedAt', 'is', null)
    .executeTakeFirst();
  return row ? toAssignment(row) : null;
}

/** Tells the learners of the cohort that there is work for them, when it opens. */
export async function announceAssignment({ assignmentId }: Extract<JobBody, { kind: 'announce' }>): Promise<void> {
  const assignment = await readLiving(assignmentId);
  // The opening was put off meanwhile: another job stands for the later one.
  if (!assignment || assignment.opensAt > Date.now()) return;
  const { id, cohortId, title, note } = assignment;
  const notice = { kind: 'assignment', title: `Assigned: ${title}`, text: note, href: '/assignments' } as const;
  await eachLearner(cohortId, (learnerIds) =>
    inTransaction(async (tx) => {
      for (const learnerId of learnerIds) await notifyOnce(tx, learnerId, `assignment:${id}`, notice);
    }),
  );
}
