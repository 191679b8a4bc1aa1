import 'server-only';
import { getCourse } from '@/course/course';
import { isReminderTrue } from '@/grader/assignments/reminders';
import type { JobBody, ReminderKind } from '@/schemas/job';
import type { Notice } from '@/schemas/notice';
import { database, inTransaction } from '../db/database';
import { noteParts } from '../letters/note-parts';
import { notifyOnce } from '../notices';
import { wantingReminder } from '../reminder-choices';
import { readLiving } from './announce';
import { eachLearner } from './each-learner';
import { inCourse } from './rows';
import { computeStandings } from './select-standings';

/** A letter about a missed date comes within so long or not at all. */
const LATE_MS = 3 * 86_400_000;

const TITLES: Readonly<Record<ReminderKind, (title: string) => string>> = {
  'three-days': (title) => `Due in three days: ${title}`,
  'one-day': (title) => `Due tomorrow: ${title}`,
  overdue: (title) => `Overdue: ${title}`,
};

function noticeOf(reminder: ReminderKind, title: string, done: number, total: number): Notice {
  const text =
    reminder === 'overdue'
      ? 'The date has passed. What you hand in now is accepted and marked late.'
      : `${done} of ${total} parts are done.`;
  return { kind: 'assignment', title: TITLES[reminder](title), text, href: '/assignments' };
}

/**
 * Reminds those whose date this is and who are not done. Each is told once for each assignment, reminder and date, by the
 * key of the notice, also where the job ran twice.
 */
export async function remindLearners(body: Extract<JobBody, { kind: 'remind' }>): Promise<void> {
  const { assignmentId, reminder, dueAt } = body;
  const assignment = await readLiving(assignmentId);
  const now = Date.now();
  if (!assignment || assignment.opensAt > now || !isReminderTrue(reminder, dueAt, now)) return;
  const one = inCourse(await getCourse(), assignment);
  await eachLearner(assignment.cohortId, async (all) => {
    const kind = reminder === 'overdue' ? 'overdue' : 'dueSoon';
    const standings = await computeStandings(database(), [one], all, 'learner', now);
    const waiting = standings.filter((own) => own.dueAt === dueAt && 'next' in own.standing);
    const ids = waiting.map(({ learnerId }) => learnerId);
    const wanting = new Set(await wantingReminder(ids, kind));
    const key = `remind:${assignment.id}:${reminder}:${dueAt}`;
    await inTransaction(async (tx) => {
      for (const { learnerId, standing } of waiting.filter((own) => wanting.has(own.learnerId))) {
        const notice = noticeOf(reminder, assignment.title, standing.done, standing.total);
        await notifyOnce(tx, learnerId, key, notice);
      }
      // Messages in the course and letters are chosen apart.
      const about = { type: 'assignment', assignmentId, dueAt } as const;
      await noteParts(tx, ids, { kind, key, about, goodUntil: reminder === 'overdue' ? now + LATE_MS : dueAt });
    });
  });
}
