import 'server-only';
import { createHash } from 'node:crypto';
import { getCourse } from '@/course/course';
import type { Assignment, AssignmentPlan } from '@/schemas/assignment';
import { type AssignmentId, AssignmentIdSchema, type CohortId } from '@/schemas/ids';
import type { Outcome } from '@/schemas/outcome';
import type { Actor } from '../actor';
import { recordAct } from '../audit';
import { requireIn } from '../authority';
import { database, inTransaction } from '../db/database';
import { toJson } from '../db/json';
import type { Db, Tx } from '../db/open-database';
import { tellWebhook } from '../webhooks/tell';
import { toAssignment } from './asked';
import { planAnnouncement, planReminders } from './plan-jobs';
import { inCourse, wordsOf } from './rows';

/** More would be no plan any more, and every page of a learner reads them all. */
export const MOST_ASSIGNMENTS = 100;

type PlanProblem = 'nothing-asked' | 'due-before-open';
type MakeRefusal = PlanProblem | 'unknown-cohort' | 'archived' | 'too-many' | 'key-reused';

/** Why a plan cannot be carried out, or null. */
async function problemOf(plan: AssignmentPlan): Promise<PlanProblem | null> {
  if (plan.dueAt <= plan.opensAt) return 'due-before-open';
  const course = await getCourse();
  const { target } = plan;
  const asked = target.type === 'modules' ? target.moduleIds : target.type === 'exercises' ? target.scenarioIds : [''];
  const isWhole = wordsOf(course, plan).length === new Set<string>(asked).size;
  const trial = { ...plan, id: AssignmentIdSchema.parse('not-stored'), cohortId: 'none' } as unknown as Assignment;
  return isWhole && inCourse(course, trial).parts.length > 0 ? null : 'nothing-asked';
}

const columnsOf = ({ target, attempts, passing, ...plan }: AssignmentPlan) => ({
  ...plan,
  target: toJson(target),
  attempts: toJson(attempts),
  passing: toJson(passing),
});

/** One id for each key in each cohort, so that a request that is sent again finds what the first one made. */
function idOf(cohortId: string, key: string): AssignmentId {
  return AssignmentIdSchema.parse(createHash('sha256').update(`${cohortId}:${key}`).digest('hex').slice(0, 32));
}

/** An assignment of one cohort; null for one of another. */
export async function readAssignment(db: Db | Tx, cohortId: CohortId, id: string): Promise<Assignment | null> {
  const row = await db
    .selectFrom('assignments')
    .selectAll()
    .where('id', '=', id)
    .where('cohortId', '=', cohortId)
    .executeTakeFirst();
  return row ? toAssignment(row) : null;
}

/** All of a cohort, those still asked for first, by date. */
export async function selectAssignments(actor: Actor, cohortId: CohortId): Promise<Assignment[]> {
  requireIn(actor, cohortId, 'manage', 'read assignments');
  const rows = await database()
    .selectFrom('assignments')
    .selectAll()
    .where('cohortId', '=', cohortId)
    .orderBy((eb) => eb.case().when('withdrawnAt', 'is', null).then(0).else(1).end())
    .orderBy('dueAt')
    .orderBy('id')
    .execute();
  return rows.map(toAssignment);
}

async function cohortProblem(tx: Tx, cohortId: CohortId): Promise<'unknown-cohort' | 'archived' | 'too-many' | null> {
  const cohort = await tx.selectFrom('cohorts').select('archivedAt').where('id', '=', cohortId).executeTakeFirst();
  if (!cohort) return 'unknown-cohort';
  if (cohort.archivedAt !== null) return 'archived';
  const { count } = await tx
    .selectFrom('assignments')
    .select((eb) => eb.fn.countAll<number | string>().as('count'))
    .where('cohortId', '=', cohortId)
    .executeTakeFirstOrThrow();
  return Number(count) >= MOST_ASSIGNMENTS ? 'too-many' : null;
}

/** Assigns work to a cohort. The same key with the same plan gets the same assignment. */
export async function makeAssignment(
  actor: Actor,
  cohortId: CohortId,
  plan: AssignmentPlan,
  idempotencyKey: string,
): Promise<Outcome<{ assignmentId: AssignmentId }, MakeRefusal>> {
  requireIn(actor, cohortId, 'manage', 'make an assignment');
  const problem = await problemOf(plan);
  if (problem) return { ok: false, reason: problem };
  const [id, columns, words] = [idOf(cohortId, idempotencyKey), columnsOf(plan), wordsOf(await getCourse(), plan)];
  return inTransaction(async (tx) => {
    const earlier = await tx.selectFrom('assignments').selectAll().where('id', '=', id).executeTakeFirst();
    if (earlier) {
      const isSame = Object.entries(columns).every(([name, value]) => earlier[name as keyof typeof earlier] === value);
      return isSame || earlier.version > 1
        ? { ok: true, value: { assignmentId: id } }
        : { ok: false, reason: 'key-reused' };
    }
    const refused = await cohortProblem(tx, cohortId);
    if (refused) return { ok: false, reason: refused };
    const now = Date.now();
    const row = { id, cohortId, version: 1, ...columns, createdAt: now, changedAt: now, withdrawnAt: null };
    await tx.insertInto('assignments').values(row).execute();
    await recordAct(tx, actor, { act: 'assignment.made', cohortId, details: { assignmentId: id, title: plan.title } });
    const assignment = toAssignment(row);
    await planAnnouncement(tx, assignment, now);
    await planReminders(tx, assignment, plan.dueAt, now);
    await tellWebhook(tx, cohortId, 'assignment-made', `assignment-made:${id}`, sayMade(assignment, words), now);
    return { ok: true, value: { assignmentId: id } };
  });
}

function sayMade({ title, dueAt }: Assignment, words: readonly string[]): string {
  const due = `${new Date(dueAt).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  return `New assignment: ${title}. Due ${due}. ${words.slice(0, 5).join('; ')}${words.length > 5 ? ' and more' : ''}.`;
}

/** Changes one. `baseVersion` is the version that its author had before them; of two people changing it the later is told. */
export async function changeAssignment(
  actor: Actor,
  cohortId: CohortId,
  id: AssignmentId,
  { baseVersion, plan }: { readonly baseVersion: number; readonly plan: AssignmentPlan },
): Promise<Outcome<{ version: number }, PlanProblem | 'unknown-assignment' | 'changed-since'>> {
  requireIn(actor, cohortId, 'manage', 'change an assignment');
  const problem = await problemOf(plan);
  if (problem) return { ok: false, reason: problem };
  return inTransaction(async (tx) => {
    const now = Date.now();
    const row = await tx
      .updateTable('assignments')
      .set({ ...columnsOf(plan), version: baseVersion + 1, changedAt: now })
      .where('id', '=', id)
      .where('cohortId', '=', cohortId)
      .where('version', '=', baseVersion)
      .returningAll()
      .executeTakeFirst();
    if (!row)
      return { ok: false, reason: (await readAssignment(tx, cohortId, id)) ? 'changed-since' : 'unknown-assignment' };
    const details = { assignmentId: id, title: plan.title, dueAt: plan.dueAt };
    await recordAct(tx, actor, { act: 'assignment.changed', cohortId, details });
    const assignment = toAssignment(row);
    await planAnnouncement(tx, assignment, now);
    await planReminders(tx, assignment, plan.dueAt, now);
    return { ok: true, value: { version: assignment.version } };
  });
}

/** Withdraws one, or asks for it again. Nobody's work is touched, and asking for what is already so changes nothing. */
export async function withdrawAssignment(
  actor: Actor,
  cohortId: CohortId,
  id: AssignmentId,
  isWithdrawn: boolean,
): Promise<Outcome<null, 'unknown-assignment'>> {
  requireIn(actor, cohortId, 'manage', 'withdraw an assignment');
  return inTransaction(async (tx) => {
    const found = await readAssignment(tx, cohortId, id);
    if (!found) return { ok: false, reason: 'unknown-assignment' };
    if ((found.withdrawnAt !== null) === isWithdrawn) return { ok: true, value: null };
    const now = Date.now();
    await tx
      .updateTable('assignments')
      .set((eb) => ({ withdrawnAt: isWithdrawn ? now : null, version: eb('version', '+', 1), changedAt: now }))
      .where('id', '=', id)
      .execute();
    const details = { assignmentId: id, title: found.title };
    await recordAct(tx, actor, {
      act: isWithdrawn ? 'assignment.withdrawn' : 'assignment.restored',
      cohortId,
      details,
    });
    return { ok: true, value: null };
  });
}
