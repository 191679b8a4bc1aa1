import 'server-only';
import type { Actor } from '../actor';
import { database } from '../db/database';
import { readLearnerRecord } from '../instructor';
import { readRosterEntry } from '../roster';
import { SELF_PACED_COHORT } from '../self-paced-cohort';

/** Below this many people leads are shown no average, because one person could be worked out of it. */
export const FEWEST_FOR_AVERAGES = 5;

/** What those who run one cohort see of one of its learners, read as they read it. */
export interface CohortSight {
  readonly cohortId: string;
  readonly cohortName: string;
  readonly isArchived: boolean;
  readonly isSelfPaced: boolean;
  /** The line of the instructors' tables. */
  readonly shown: {
    readonly name: string;
    readonly email: string | null;
    readonly isGuest: boolean;
    readonly lastActiveAt: number | null;
  };
  readonly lessonsRead: number;
  readonly quizRight: number;
  readonly handIns: number;
  readonly instructors: readonly string[];
  readonly reviewers: number;
  readonly leads: number;
  /** Active learners of the cohort, oneself included. */
  readonly learners: number;
}

export interface OwnSight {
  readonly cohorts: readonly CohortSight[];
  readonly owners: readonly string[];
}

async function staffOf(cohortId: string) {
  return database()
    .selectFrom('enrolments')
    .innerJoin('user', 'user.id', 'enrolments.learnerId')
    .select(['role', 'name'])
    .where('cohortId', '=', cohortId)
    .where('status', '=', 'active')
    .where('role', '!=', 'learner')
    .orderBy('name')
    .execute();
}

async function countLearners(cohortId: string): Promise<number> {
  const { count } = await database()
    .selectFrom('enrolments')
    .select((eb) => eb.fn.countAll<number | string>().as('count'))
    .where('cohortId', '=', cohortId)
    .where('role', '=', 'learner')
    .where('status', '=', 'active')
    .executeTakeFirstOrThrow();
  return Number(count);
}

interface Place {
  readonly id: string;
  readonly name: string;
  readonly archivedAt: number | null;
}

async function sightOf(actor: Actor, { id, name: cohortName, archivedAt }: Place): Promise<CohortSight | null> {
  const entry = await readRosterEntry([id], actor.learnerId);
  if (!entry) return null;
  const [record, staff] = [await readLearnerRecord(entry), await staffOf(id)];
  const { name, email, isGuest, lastActiveAt, lessons, handIns } = record;
  const inRole = (role: string) => staff.filter((person) => person.role === role);
  return {
    cohortId: id,
    cohortName,
    isArchived: archivedAt !== null,
    isSelfPaced: id === SELF_PACED_COHORT.id,
    shown: { name, email, isGuest, lastActiveAt },
    lessonsRead: lessons.filter(({ readAt }) => readAt !== null).length,
    quizRight: lessons.reduce((sum, { quizRight }) => sum + quizRight, 0),
    handIns: handIns.length,
    instructors: inRole('instructor').map((person) => person.name),
    reviewers: inRole('reviewer').length,
    leads: inRole('lead').length,
    learners: await countLearners(id),
  };
}

/** For each cohort that the actor learns in: who runs it, and what they see of the actor, by the functions that show it to them. */
export async function selectOwnSight(actor: Actor): Promise<OwnSight> {
  const places = await database()
    .selectFrom('enrolments')
    .innerJoin('cohorts', 'cohorts.id', 'enrolments.cohortId')
    .select(['cohorts.id', 'cohorts.name', 'cohorts.archivedAt'])
    .where('learnerId', '=', actor.learnerId)
    .where('role', '=', 'learner')
    .where('status', '=', 'active')
    .orderBy('cohorts.name')
    .execute();
  const cohorts: CohortSight[] = [];
  for (const place of places) {
    const sight = await sightOf(actor, place);
    if (sight) cohorts.push(sight);
  }
  const owners = await database()
    .selectFrom('owners')
    .innerJoin('user', 'user.id', 'owners.learnerId')
    .select('name')
    .orderBy('since')
    .execute();
  return { cohorts, owners: owners.map(({ name }) => name) };
}
