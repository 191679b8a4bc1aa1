import 'server-only';
import { type Learner, LearnerSchema } from '@/schemas/roster';
import type { Actor } from './actor';
import { database } from './db/database';

/** A learner with what instructors see of them beside the work. */
export type RosterEntry = Learner & { readonly lastActiveAt: number };

const people = () =>
  database()
    .selectFrom('learners')
    .innerJoin('user', 'user.id', 'learners.id')
    .innerJoin('enrolments', 'enrolments.learnerId', 'learners.id');

const columns = ['learners.id', 'name', 'email', 'isAnonymous', 'learners.createdAt', 'lastActiveAt'] as const;

interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly isAnonymous: unknown;
  readonly createdAt: number;
  readonly lastActiveAt: number;
}

function toEntry({ isAnonymous, lastActiveAt, email, ...row }: PersonRow): RosterEntry {
  const isGuest = Boolean(isAnonymous);
  return { ...LearnerSchema.parse({ ...row, isGuest, email: isGuest ? null : email }), lastActiveAt };
}

/** A learner in a cohort that the actor teaches; null for anybody else, as if they did not exist. */
export async function selectTaught(actor: Actor, learnerId: string): Promise<RosterEntry | null> {
  return readRosterEntry(actor.teaches, learnerId);
}

/** One learner as instructors of these cohorts see them. For code that has settled who asks. */
export async function readRosterEntry(cohortIds: readonly string[], learnerId: string): Promise<RosterEntry | null> {
  if (cohortIds.length === 0) return null;
  const row = await people()
    .select(columns)
    .where('learners.id', '=', learnerId)
    .where('cohortId', 'in', cohortIds)
    .where('role', '=', 'learner')
    .where('enrolments.status', '=', 'active')
    .executeTakeFirst();
  return row ? toEntry(row) : null;
}
