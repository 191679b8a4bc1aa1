import 'server-only';
import { getCourse } from '@/course/course';
import type { Course } from '@/schemas/course';
import { type CohortId, CohortIdSchema } from '@/schemas/ids';
import type { JobBody } from '@/schemas/job';
import { database, inTransaction } from '../db/database';
import type { Tx } from '../db/open-database';
import { enqueue } from '../jobs/enqueue';
import { digestAt, weekAfter } from '../jobs/weeks';
import { noteParts } from '../letters/note-parts';
import { sayDesk } from '../letters/say-desk';
import { notifyOnce } from '../notices';
import { wantingReminder } from '../reminder-choices';
import { tellWebhook } from '../webhooks/tell';
import { type AssignmentInCourse, toAssignment } from './asked';
import { eachLearner } from './each-learner';
import { inCourse } from './rows';
import { computeStandings, type PersonStanding } from './select-standings';

const WEEK_MS = 7 * 86_400_000;
/** What a week holds is read in its first days or not at all. */
const WEEK_LETTER_MS = 3 * 86_400_000;
const counted = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;

interface CohortWeek {
  readonly id: CohortId;
  readonly name: string;
  readonly assignments: readonly AssignmentInCourse[];
}

/** Living cohorts in which something is asked for now. */
async function cohortsOfWeek(course: Course, now: number): Promise<CohortWeek[]> {
  const cohorts = await database().selectFrom('cohorts').selectAll().where('archivedAt', 'is', null).execute();
  const rows = await database()
    .selectFrom('assignments')
    .selectAll()
    .where('withdrawnAt', 'is', null)
    .where('opensAt', '<=', now)
    .orderBy('dueAt')
    .execute();
  return cohorts
    .map(({ id, name }) => ({
      id: CohortIdSchema.parse(id),
      name,
      assignments: rows.filter(({ cohortId }) => cohortId === id).map((row) => inCourse(course, toAssignment(row))),
    }))
    .filter(({ assignments }) => assignments.length > 0);
}

const isOpen = ({ standing }: PersonStanding) => 'next' in standing;
const isOverdue = ({ standing }: PersonStanding) => standing.status === 'overdue';

/** What one person’s week holds; null where nothing is open. */
function sayWeek(own: readonly PersonStanding[], now: number): { title: string; text: string } | null {
  const open = own.filter(isOpen);
  const overdue = open.filter(isOverdue).length;
  const soon = open.filter((one) => !isOverdue(one) && one.dueAt <= now + WEEK_MS).length;
  if (overdue + soon === 0) return null;
  const parts = [
    ...(soon > 0 ? [`${counted(soon, 'assignment is', 'assignments are')} due this week`] : []),
    ...(overdue > 0 ? [`${counted(overdue, 'is', 'are')} overdue`] : []),
  ];
  return { title: 'Your week', text: `${parts.join(', ')}.` };
}

async function instructorsOf(tx: Tx, cohortId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('enrolments')
    .select('learnerId')
    .where('cohortId', '=', cohortId)
    .where('role', '=', 'instructor')
    .where('status', '=', 'active')
    .execute();
  return rows.map(({ learnerId }) => learnerId);
}

/** Learners first, a hundred at a time; then the sums for those who teach them. No name goes into a digest. */
async function digestOf(cohort: CohortWeek, week: string, now: number): Promise<void> {
  const { id, name, assignments } = cohort;
  const sums = { people: 0, overdue: 0 };
  await eachLearner(id, async (learnerIds) => {
    const standings = await computeStandings(database(), assignments, learnerIds, 'learner', now);
    const wanting = new Set(await wantingReminder(learnerIds, 'digest'));
    await inTransaction(async (tx) => {
      for (const learnerId of learnerIds) {
        const own = standings.filter((standing) => standing.learnerId === learnerId);
        sums.people += 1;
        if (own.some(isOverdue)) sums.overdue += 1;
        const said = sayWeek(own, now);
        if (!said) continue;
        const key = `digest:${id}:${week}`;
        if (wanting.has(learnerId))
          await notifyOnce(tx, learnerId, key, { kind: 'assignment', href: '/assignments', ...said });
        const about = { type: 'week', cohortId: id, text: `${name}: ${said.text}` } as const;
        await noteParts(tx, [learnerId], { kind: 'digest', key, about, goodUntil: now + WEEK_LETTER_MS });
      }
    });
  });
  const due = assignments.filter(
    ({ assignment }) => assignment.dueAt > now && assignment.dueAt <= now + WEEK_MS,
  ).length;
  const text = `${counted(due, 'assignment is', 'assignments are')} due this week. ${sums.overdue} of ${counted(sums.people, 'learner has', 'learners have')} something overdue.`;
  await inTransaction(async (tx) => {
    const instructors = await instructorsOf(tx, id);
    const wanting = await wantingReminder(instructors, 'digest', tx);
    for (const learnerId of wanting)
      await notifyOnce(tx, learnerId, `digest:teach:${id}:${week}`, {
        kind: 'assignment',
        title: `${name}: the week`,
        text,
        href: `/instructor/cohorts/${id}/assignments`,
      });
    const said = `${name}: ${text} ${await sayDesk(tx, id)}`.trim();
    await noteParts(tx, instructors, {
      kind: 'desk',
      key: `digest:teach:${id}:${week}`,
      about: { type: 'desk', cohortId: id, text: said },
      goodUntil: now + WEEK_LETTER_MS,
    });
    await tellWebhook(tx, id, 'digest', `digest:${id}:${week}`, `${name}: ${text}`, now);
  });
}

/** Tells everybody what the week holds, and notes the digest of the next one. One that could not run in its week is left out. */
export async function writeDigests({ week }: Extract<JobBody, { kind: 'digest' }>): Promise<void> {
  const now = Date.now();
  const next = weekAfter(week);
  await enqueue(database(), {
    key: `digest:${next}`,
    body: { kind: 'digest', week: next },
    runAfter: digestAt(next),
  });
  if (now >= digestAt(next)) return;
  for (const cohort of await cohortsOfWeek(await getCourse(), now)) await digestOf(cohort, week, now);
}
