import 'server-only';
import { type CohortId, type LearnerId, LearnerIdSchema } from '@/schemas/ids';
import { type Role, RoleSchema } from '@/schemas/roster';
import type { Actor } from '../actor';
import { requireIn } from '../authority';
import { database } from '../db/database';
import { holdsText } from '../db/holds-text';
import { isDemoEmail } from '../demo/demo-cohort';

export const PEOPLE_A_PAGE = 50;

/** Which people of a cohort are wanted. */
export type PeopleShown = 'active' | 'staff' | 'withdrawn';

/** One person of a cohort, with everything they are and were in it. */
export interface CohortPerson {
  readonly learnerId: LearnerId;
  readonly name: string;
  /** Null for a guest. */
  readonly email: string | null;
  readonly isGuest: boolean;
  readonly isDemo: boolean;
  readonly lastActiveAt: number;
  readonly since: number;
  readonly learner: 'active' | 'withdrawn' | 'none';
  readonly roles: readonly Exclude<Role, 'learner'>[];
}

export interface PeoplePage {
  readonly people: readonly CohortPerson[];
  readonly total: number;
  /** From 1. */
  readonly page: number;
  readonly pages: number;
}

interface Asked {
  readonly shown: PeopleShown;
  /** Part of a name or an address. */
  readonly query: string;
  readonly page: number;
}

function membersOf(cohortId: CohortId, shown: PeopleShown) {
  const members = database().selectFrom('enrolments').select('learnerId').where('cohortId', '=', cohortId);
  if (shown === 'staff') return members.where('role', '!=', 'learner').where('status', '=', 'active');
  if (shown === 'active') return members.where('status', '=', 'active');
  // Who lost one role and has another is not gone.
  const still = database()
    .selectFrom('enrolments')
    .select('learnerId')
    .where('cohortId', '=', cohortId)
    .where('status', '=', 'active');
  return members.where('status', '=', 'withdrawn').where('learnerId', 'not in', still);
}

function matching(cohortId: CohortId, { shown, query }: Asked) {
  const all = database()
    .selectFrom('learners')
    .innerJoin('user', 'user.id', 'learners.id')
    .where('learners.id', 'in', membersOf(cohortId, shown))
    // A guest whose work became an account's is that account now.
    .where('learners.mergedInto', 'is', null);
  const text = query.trim();
  if (!text) return all;
  return all.where(({ or }) => or([holdsText('user.name', text), holdsText('user.email', text)]));
}

async function enrolmentsOf(cohortId: CohortId, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return database()
    .selectFrom('enrolments')
    .select(['learnerId', 'role', 'status', 'enrolledAt'])
    .where('cohortId', '=', cohortId)
    .where('learnerId', 'in', ids)
    .execute();
}

/** The people of a cohort by name, a page at a time. For those who run it: names and addresses are in it. */
export async function selectPeople(actor: Actor, cohortId: CohortId, asked: Asked): Promise<PeoplePage> {
  requireIn(actor, cohortId, 'manage', 'list the people of a cohort');
  const { count } = await matching(cohortId, asked)
    .select((eb) => eb.fn.countAll<number | string>().as('count'))
    .executeTakeFirstOrThrow();
  const total = Number(count);
  const pages = Math.max(1, Math.ceil(total / PEOPLE_A_PAGE));
  const page = Math.min(Math.max(1, asked.page), pages);
  const rows = await matching(cohortId, asked)
    .select(['learners.id', 'user.name', 'user.email', 'user.isAnonymous', 'learners.lastActiveAt'])
    .orderBy('user.name')
    .orderBy('learners.id')
    .limit(PEOPLE_A_PAGE)
    .offset((page - 1) * PEOPLE_A_PAGE)
    .execute();
  const enrolments = await enrolmentsOf(
    cohortId,
    rows.map(({ id }) => id),
  );
  const people = rows.map((row): CohortPerson => {
    const own = enrolments.filter(({ learnerId }) => learnerId === row.id);
    const learner = own.find(({ role }) => role === 'learner');
    const isGuest = Boolean(row.isAnonymous);
    return {
      learnerId: LearnerIdSchema.parse(row.id),
      name: row.name,
      email: isGuest ? null : row.email,
      isGuest,
      isDemo: isDemoEmail(row.email),
      lastActiveAt: row.lastActiveAt,
      since: Math.min(...own.map(({ enrolledAt }) => enrolledAt)),
      learner: learner ? (learner.status === 'active' ? 'active' : 'withdrawn') : 'none',
      roles: own
        .filter(({ role, status }) => role !== 'learner' && status === 'active')
        .map(({ role }) => RoleSchema.exclude(['learner']).parse(role)),
    };
  });
  return { people, total, page, pages };
}
