import 'server-only';
import { remindersAhead } from '@/grader/assignments/reminders';
import type { Assignment } from '@/schemas/assignment';
import type { Tx } from '../db/open-database';
import { enqueue } from '../jobs/enqueue';

/** Notes the reminders for one date. Asked again for the same date it adds nothing; those of an older date find nobody. */
export async function planReminders(
  tx: Tx,
  { id, cohortId, opensAt }: Pick<Assignment, 'id' | 'cohortId' | 'opensAt'>,
  dueAt: number,
  now: number,
): Promise<void> {
  for (const { kind: reminder, at } of remindersAhead(opensAt, dueAt, now))
    await enqueue(tx, {
      key: `remind:${id}:${reminder}:${dueAt}`,
      body: { kind: 'remind', assignmentId: id, reminder, dueAt },
      runAfter: at,
      cohortId,
    });
}

/** Notes that learners are to be told when it opens, once for each assignment and opening. */
export async function planAnnouncement(tx: Tx, { id, cohortId, opensAt }: Assignment, now: number): Promise<void> {
  await enqueue(tx, {
    key: `announce:${id}:${opensAt}`,
    body: { kind: 'announce', assignmentId: id },
    runAfter: Math.max(now, opensAt),
    cohortId,
  });
}
