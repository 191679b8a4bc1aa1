import 'server-only';
import type { CohortId, ScenarioId } from '@/schemas/ids';
import { ScenarioIdSchema } from '@/schemas/ids';
import type { Actor } from '../actor';
import { mayIn } from '../authority';
import { type CohortCard, selectCohorts } from '../cohorts/cohorts';
import { database } from '../db/database';
import { Forbidden } from '../forbidden';
import { readWaiting } from '../reviews/waiting-drafts';

/** From so many people on a discussion has sides, and averages may be shown. */
export const FEWEST_FOR_DISCUSSION = 5;

/** How far a group is on the way from empty to its first discussion; everything is counted when it is asked. */
export interface StartChecklist {
  readonly cohort: { readonly id: CohortId; readonly name: string };
  readonly learners: number;
  /** Invitations that can still be taken. */
  readonly openInvites: number;
  readonly assignments: number;
  /** When the first assignment opened or opens; null where nothing is assigned. */
  readonly firstOpensAt: number | null;
  /** Learners who have handed in anything. */
  readonly writers: number;
  /** Drafts that wait for a person now, and drafts that a person has decided. */
  readonly waiting: number;
  readonly decided: number;
  /** The exercise that most of them have handed in, with how many. */
  readonly discussion: { readonly scenarioId: ScenarioId; readonly people: number } | null;
}

export interface StartView {
  /** Groups of the actor's that can be got ready: alive, and neither the demo nor everybody's own pace. */
  readonly cohorts: readonly { readonly id: CohortId; readonly name: string }[];
  /** Of the one asked for, or else of the newest; null before there is one. */
  readonly checklist: StartChecklist | null;
  /** Whether the actor can make a cohort. */
  readonly mayMake: boolean;
}

const activeLearners = (cohortId: string) =>
  database()
    .selectFrom('enrolments')
    .select('learnerId')
    .where('cohortId', '=', cohortId)
    .where('role', '=', 'learner')
    .where('status', '=', 'active');

async function readAssignments(cohortId: string) {
  const row = await database()
    .selectFrom('assignments')
    .select((eb) => [eb.fn.countAll<number | string>().as('count'), eb.fn.min<number | string>('opensAt').as('first')])
    .where('cohortId', '=', cohortId)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirstOrThrow();
  return { assignments: Number(row.count), firstOpensAt: row.first === null ? null : Number(row.first) };
}

async function readHandIns(cohortId: string) {
  const rows = await database()
    .selectFrom('learner_exercises')
    .select(['scenarioId', (eb) => eb.fn.countAll<number | string>().as('people')])
    .where('learnerId', 'in', activeLearners(cohortId))
    .groupBy('scenarioId')
    .orderBy('scenarioId')
    .execute();
  const most = rows.toSorted((one, other) => Number(other.people) - Number(one.people))[0];
  const writers = await database()
    .selectFrom('learner_exercises')
    .select((eb) => eb.fn.count<number | string>('learnerId').distinct().as('count'))
    .where('learnerId', 'in', activeLearners(cohortId))
    .executeTakeFirstOrThrow();
  return {
    writers: Number(writers.count),
    discussion: most ? { scenarioId: ScenarioIdSchema.parse(most.scenarioId), people: Number(most.people) } : null,
  };
}

async function countDecided(cohortId: string): Promise<number> {
  const row = await database()
    .selectFrom('reviews')
    .innerJoin('submissions', 'submissions.id', 'reviews.submissionId')
    .select((eb) => eb.fn.count<number | string>('reviews.submissionId').distinct().as('count'))
    .where('learnerId', 'in', activeLearners(cohortId))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

async function readChecklist(actor: Actor, { id, name, learners, openInvites }: CohortCard): Promise<StartChecklist> {
  return {
    cohort: { id, name },
    learners,
    openInvites,
    ...(await readAssignments(id)),
    ...(await readHandIns(id)),
    waiting: (await readWaiting(actor, id)).length,
    decided: await countDecided(id),
  };
}

/** What an instructor has done and what comes next, for one of their cohorts; an unknown one is as if none was asked for. */
export async function selectStart(actor: Actor, wanted: string | null): Promise<StartView> {
  if (actor.isGuest || !(actor.isOwner || actor.teaches.length > 0)) throw new Forbidden('read the way to begin');
  const cards = (await selectCohorts(actor)).filter(
    (card) => !card.isBuiltIn && card.archivedAt === null && mayIn(actor, card.id, 'manage'),
  );
  const newest = cards.toSorted((one, other) => other.createdAt - one.createdAt);
  const card = cards.find(({ id }) => id === wanted) ?? newest[0];
  return {
    cohorts: newest.map(({ id, name }) => ({ id, name })),
    checklist: card ? await readChecklist(actor, card) : null,
    mayMake: actor.isOwner,
  };
}
