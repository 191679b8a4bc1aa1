import 'server-only';
import type { CohortId, LearnerId } from '@/schemas/ids';
import type { Outcome } from '@/schemas/outcome';
import type { PersonChange, Role, StaffRole } from '@/schemas/roster';
import type { Actor } from '../actor';
import { recordAct } from '../audit';
import { requireIn } from '../authority';
import { inTransaction } from '../db/database';
import type { Tx } from '../db/open-database';
import { isDemoEmail } from '../demo/demo-cohort';
import { holdLearner } from '../learners';
import { notify } from '../notices';
import { SELF_PACED_COHORT } from '../self-paced-cohort';
import { isBuiltIn } from './cohorts';

export type ChangeRefusal =
  | 'unknown-person'
  | 'unknown-cohort'
  | 'archived'
  | 'guest'
  | 'demo'
  | 'everybody'
  | 'same-cohort';

type Changed = Outcome<null, ChangeRefusal>;
const DONE: Changed = { ok: true, value: null };
const refused = (reason: ChangeRefusal): Changed => ({ ok: false, reason });

interface Case {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly cohort: { readonly id: CohortId; readonly name: string; readonly archivedAt: number | null };
  readonly person: { readonly id: string; readonly email: string; readonly isGuest: boolean };
}

async function statusOf({ tx, cohort, person }: Case, role: Role): Promise<string | null> {
  const row = await tx
    .selectFrom('enrolments')
    .select('status')
    .where('cohortId', '=', cohort.id)
    .where('learnerId', '=', person.id)
    .where('role', '=', role)
    .executeTakeFirst();
  return row?.status ?? null;
}

/** Puts somebody into a role; one they had before is taken up again, with the day on which it began. */
export async function enrol(tx: Tx, cohortId: string, learnerId: string, role: Role): Promise<void> {
  await tx
    .insertInto('enrolments')
    .values({ learnerId, cohortId, role, status: 'active', enrolledAt: Date.now() })
    .onConflict((conflict) => conflict.columns(['learnerId', 'cohortId', 'role']).doUpdateSet({ status: 'active' }))
    .execute();
}

async function endRole({ tx, cohort, person }: Case, role: Role): Promise<void> {
  await tx
    .updateTable('enrolments')
    .set({ status: 'withdrawn' })
    .where('cohortId', '=', cohort.id)
    .where('learnerId', '=', person.id)
    .where('role', '=', role)
    .execute();
}

async function tell({ tx, cohort, person }: Case, title: string, text: string): Promise<void> {
  await notify(tx, person.id, `cohort:${cohort.id}`, { kind: 'cohort', title, text, href: '/account' });
}

async function grant(at: Case, role: StaffRole): Promise<Changed> {
  if (at.cohort.archivedAt !== null) return refused('archived');
  if (at.person.isGuest) return refused('guest');
  if (isDemoEmail(at.person.email)) return refused('demo');
  if ((await statusOf(at, role)) === 'active') return DONE;
  await enrol(at.tx, at.cohort.id, at.person.id, role);
  await recordAct(at.tx, at.actor, {
    act: 'role.granted',
    cohortId: at.cohort.id,
    subjectId: at.person.id,
    details: { role },
  });
  await tell(at, `You are ${role} of ${at.cohort.name}`, `${at.actor.name} gave you this role.`);
  return DONE;
}

async function remove(at: Case, role: StaffRole): Promise<Changed> {
  if ((await statusOf(at, role)) !== 'active') return DONE;
  await endRole(at, role);
  await recordAct(at.tx, at.actor, {
    act: 'role.removed',
    cohortId: at.cohort.id,
    subjectId: at.person.id,
    details: { role },
  });
  return DONE;
}

async function withdraw(at: Case): Promise<Changed> {
  if (isBuiltIn(at.cohort.id)) return refused('everybody');
  if ((await statusOf(at, 'learner')) !== 'active') return DONE;
  await endRole(at, 'learner');
  await recordAct(at.tx, at.actor, { act: 'learner.withdrawn', cohortId: at.cohort.id, subjectId: at.person.id });
  await tell(
    at,
    `You are no longer in ${at.cohort.name}`,
    'All your work and every grade stay yours, and the course stays open to you.',
  );
  return DONE;
}

async function readmit(at: Case): Promise<Changed> {
  if (at.cohort.archivedAt !== null) return refused('archived');
  const status = await statusOf(at, 'learner');
  if (status === null) return refused('unknown-person');
  if (status === 'active') return DONE;
  await enrol(at.tx, at.cohort.id, at.person.id, 'learner');
  await recordAct(at.tx, at.actor, { act: 'learner.readmitted', cohortId: at.cohort.id, subjectId: at.person.id });
  await tell(at, `You are in ${at.cohort.name} again`, 'Its instructors see your work again.');
  return DONE;
}

/** Everybody stays at their own pace as well, so that from there it is an addition. */
async function transfer(at: Case, to: CohortId): Promise<Changed> {
  if (to === at.cohort.id) return refused('same-cohort');
  if (to === SELF_PACED_COHORT.id) return refused('everybody');
  if (isDemoEmail(at.person.email)) return refused('demo');
  const target = await at.tx.selectFrom('cohorts').selectAll().where('id', '=', to).executeTakeFirst();
  if (!target) return refused('unknown-cohort');
  if (target.archivedAt !== null) return refused('archived');
  const [before, there] = [await statusOf(at, 'learner'), { ...at, cohort: { ...target, id: to } }];
  // Asked a second time, the person is there already.
  if (before !== 'active') return (await statusOf(there, 'learner')) === 'active' ? DONE : refused('unknown-person');
  if (at.cohort.id !== SELF_PACED_COHORT.id) await endRole(at, 'learner');
  await enrol(at.tx, to, at.person.id, 'learner');
  const subjectId = at.person.id;
  await recordAct(at.tx, at.actor, {
    act: 'learner.transferred',
    cohortId: at.cohort.id,
    subjectId,
    details: { to: target.name },
  });
  await recordAct(at.tx, at.actor, {
    act: 'learner.received',
    cohortId: to,
    subjectId,
    details: { from: at.cohort.name },
  });
  await tell(there, `You are in ${target.name} now`, 'All your work and every grade came with you.');
  return DONE;
}

async function apply(at: Case, change: PersonChange): Promise<Changed> {
  switch (change.type) {
    case 'grant':
      return grant(at, change.role);
    case 'remove':
      return remove(at, change.role);
    case 'withdraw':
      return withdraw(at);
    case 'readmit':
      return readmit(at);
    case 'transfer':
      return transfer(at, change.to);
    default:
      return change satisfies never;
  }
}

/** Gives or takes a role, withdraws, readmits or transfers one person of a cohort. Work and grades are never touched. */
export async function changePerson(
  actor: Actor,
  cohortId: CohortId,
  learnerId: LearnerId,
  change: PersonChange,
): Promise<Changed> {
  requireIn(actor, cohortId, 'manage', `${change.type} somebody`);
  if (change.type === 'transfer') requireIn(actor, change.to, 'manage', 'transfer somebody into a cohort');
  return inTransaction(async (tx) => {
    const known = await tx
      .selectFrom('enrolments')
      .innerJoin('user', 'user.id', 'enrolments.learnerId')
      .innerJoin('cohorts', 'cohorts.id', 'enrolments.cohortId')
      .select(['cohorts.name', 'cohorts.archivedAt', 'user.email', 'user.isAnonymous'])
      .where('cohortId', '=', cohortId)
      .where('learnerId', '=', learnerId)
      .executeTakeFirst();
    if (!known) return refused('unknown-person');
    const held = await holdLearner(tx, learnerId);
    // Their guest became an account in this moment: the list that was acted upon is out of date.
    if (held !== learnerId) return refused('unknown-person');
    const { name, archivedAt, email, isAnonymous } = known;
    const person = { id: learnerId, email, isGuest: Boolean(isAnonymous) };
    return apply({ tx, actor, cohort: { id: cohortId, name, archivedAt }, person }, change);
  });
}
