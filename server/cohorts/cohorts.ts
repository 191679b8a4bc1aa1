import 'server-only';
import { type CohortId, CohortIdSchema } from '@/schemas/ids';
import type { Outcome } from '@/schemas/outcome';
import type { Actor } from '../actor';
import { recordAct } from '../audit';
import { isStaff, mayIn, type Power, requireIn, requireOwner } from '../authority';
import { database, inTransaction } from '../db/database';
import type { Tx } from '../db/open-database';
import { DEMO_COHORT } from '../demo/demo-cohort';
import { Forbidden } from '../forbidden';
import { newId } from '../new-id';
import { SELF_PACED_COHORT } from '../self-paced-cohort';
import { dropCohort } from './drop-cohort';
import { lockOrganisation } from './organisation';

/** What a list of cohorts says of each. */
export interface CohortCard {
  readonly id: CohortId;
  readonly name: string;
  readonly createdAt: number;
  readonly archivedAt: number | null;
  /** Made by the course itself: it cannot be archived or deleted. */
  readonly isBuiltIn: boolean;
  /** Active people by what they are in it; who is two things is counted twice. */
  readonly learners: number;
  readonly instructors: number;
  readonly reviewers: number;
  readonly leads: number;
  readonly openInvites: number;
}

const BUILT_IN: readonly string[] = [SELF_PACED_COHORT.id, DEMO_COHORT.id];

/** Whether the course itself made it: everybody's own pace, and the people of the demo. */
export const isBuiltIn = (cohortId: string): boolean => BUILT_IN.includes(cohortId);

async function readCards(ids: readonly CohortId[]): Promise<CohortCard[]> {
  if (ids.length === 0) return [];
  const cohorts = await database().selectFrom('cohorts').selectAll().where('id', 'in', ids).orderBy('name').execute();
  const counts = await database()
    .selectFrom('enrolments')
    .select(['cohortId', 'role', (eb) => eb.fn.countAll<number | string>().as('count')])
    .where('cohortId', 'in', ids)
    .where('status', '=', 'active')
    .groupBy(['cohortId', 'role'])
    .execute();
  const open = await database()
    .selectFrom('invites')
    .select(['cohortId', (eb) => eb.fn.countAll<number | string>().as('count')])
    .where('cohortId', 'in', ids)
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', Date.now())
    .whereRef('uses', '<', 'maxUses')
    .groupBy('cohortId')
    .execute();
  const inRole = (id: string, role: string) =>
    Number(counts.find((row) => row.cohortId === id && row.role === role)?.count ?? 0);
  return cohorts.map(({ id, name, createdAt, archivedAt }) => ({
    id: CohortIdSchema.parse(id),
    name,
    createdAt,
    archivedAt,
    isBuiltIn: isBuiltIn(id),
    learners: inRole(id, 'learner'),
    instructors: inRole(id, 'instructor'),
    reviewers: inRole(id, 'reviewer'),
    leads: inRole(id, 'lead'),
    openInvites: Number(open.find(({ cohortId }) => cohortId === id)?.count ?? 0),
  }));
}

/** The cohorts in which the actor has any role beside that of a learner, by name: alive ones, then archived, then the demo. */
export async function selectCohorts(actor: Actor): Promise<CohortCard[]> {
  if (!isStaff(actor)) throw new Forbidden('list cohorts');
  const cards = await readCards([...new Set([...actor.teaches, ...actor.reviews, ...actor.leads])]);
  const rank = ({ id, archivedAt }: CohortCard) => (id === DEMO_COHORT.id ? 2 : Number(archivedAt !== null));
  return cards.toSorted((one, other) => rank(one) - rank(other));
}

/** One cohort; null where it does not exist or the actor lacks the power, as if it did not. */
export async function selectCohort(actor: Actor, cohortId: string, power: Power): Promise<CohortCard | null> {
  const id = CohortIdSchema.safeParse(cohortId);
  if (!id.success || !mayIn(actor, id.data, power)) return null;
  const [card] = await readCards([id.data]);
  return card ?? null;
}

/** One cohort to somebody with any role in it; null to everybody else. What they may read of it is asked page by page. */
export async function selectVisibleCohort(actor: Actor, cohortId: string): Promise<CohortCard | null> {
  const power = (['manage', 'review', 'aggregate'] as const).find((each) => mayIn(actor, cohortId, each));
  return power ? selectCohort(actor, cohortId, power) : null;
}

async function isTaken(tx: Tx, name: string, except: string | null): Promise<boolean> {
  const rows = await tx.selectFrom('cohorts').select(['id', 'name']).execute();
  return rows.some((row) => row.id !== except && row.name.toLowerCase() === name.toLowerCase());
}

/** Makes an empty cohort. Two with one name could not be told apart. */
export async function createCohort(actor: Actor, name: string): Promise<Outcome<{ cohortId: CohortId }, 'name-taken'>> {
  requireOwner(actor, 'make a cohort');
  return inTransaction(async (tx) => {
    await lockOrganisation(tx);
    if (await isTaken(tx, name, null)) return { ok: false, reason: 'name-taken' };
    const cohortId = CohortIdSchema.parse(newId());
    await tx.insertInto('cohorts').values({ id: cohortId, name, createdAt: Date.now() }).execute();
    await recordAct(tx, actor, { act: 'cohort.created', cohortId, details: { name } });
    return { ok: true, value: { cohortId } };
  });
}

type ChangeRefusal = 'unknown-cohort' | 'name-taken' | 'built-in';

/** Renames a cohort, sets it aside, or takes it up again. Nothing about its people changes. */
export async function changeCohort(
  actor: Actor,
  cohortId: CohortId,
  { name, isArchived }: { readonly name?: string | undefined; readonly isArchived?: boolean | undefined },
): Promise<Outcome<null, ChangeRefusal>> {
  requireIn(actor, cohortId, 'own', 'change a cohort');
  return inTransaction(async (tx) => {
    await lockOrganisation(tx);
    const cohort = await tx.selectFrom('cohorts').selectAll().where('id', '=', cohortId).executeTakeFirst();
    if (!cohort) return { ok: false, reason: 'unknown-cohort' };
    if (isBuiltIn(cohortId)) return { ok: false, reason: 'built-in' };
    if (name !== undefined && name !== cohort.name) {
      if (await isTaken(tx, name, cohortId)) return { ok: false, reason: 'name-taken' };
      await tx.updateTable('cohorts').set({ name }).where('id', '=', cohortId).execute();
      await recordAct(tx, actor, { act: 'cohort.renamed', cohortId, details: { from: cohort.name, to: name } });
    }
    if (isArchived !== undefined && isArchived !== (cohort.archivedAt !== null)) {
      const archivedAt = isArchived ? Date.now() : null;
      await tx.updateTable('cohorts').set({ archivedAt }).where('id', '=', cohortId).execute();
      await recordAct(tx, actor, { act: isArchived ? 'cohort.archived' : 'cohort.restored', cohortId });
    }
    return { ok: true, value: null };
  });
}

/** Deletes a cohort after its name was typed. People, work and grades stay: only their places in it go. */
export async function deleteCohort(
  actor: Actor,
  cohortId: CohortId,
  confirm: string,
): Promise<Outcome<null, 'unknown-cohort' | 'built-in' | 'not-confirmed'>> {
  requireIn(actor, cohortId, 'own', 'delete a cohort');
  return inTransaction(async (tx) => {
    await lockOrganisation(tx);
    const cohort = await tx.selectFrom('cohorts').select('name').where('id', '=', cohortId).executeTakeFirst();
    if (!cohort) return { ok: false, reason: 'unknown-cohort' };
    if (isBuiltIn(cohortId)) return { ok: false, reason: 'built-in' };
    if (confirm.trim() !== cohort.name.trim()) return { ok: false, reason: 'not-confirmed' };
    const { invites, regrades, enrolments } = await dropCohort(tx, cohortId);
    const details = { name: cohort.name, invites, regrades, enrolments };
    await recordAct(tx, actor, { act: 'cohort.deleted', cohortId, details });
    return { ok: true, value: null };
  });
}
