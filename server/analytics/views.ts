import 'server-only';
import type { PeopleQuery } from '@/schemas/dashboard';
import type { BeliefHolder, CohortGaps, CohortSummary, DeskPerson, PeoplePage } from '@/schemas/dashboard-view';
import type { Db } from '../db/open-database';
import { readBeliefHolders } from './belief-holders';
import { type Board, buildBoard } from './board';
import type { DeskCourse } from './desk-course';
import { buildGaps } from './gaps';
import { Keep } from './keep';
import { filterPeople, pagePeople, sortPeople } from './page-people';
import { type RawPart, readRawPart } from './raw-attempts';
import { countTeam, type ScenarioCounts } from './team-counts';
import { readTeamWriters, type TeamWriters } from './team-writers';

const boards = new Keep<Board>();
const gaps = new Keep<CohortGaps>();
const teams = new Keep<Readonly<Record<string, ScenarioCounts>>>();

interface OfCohort {
  readonly course: DeskCourse;
  readonly cohortId: string;
  /** Tells databases apart where a process changes from one to another, as tests do. */
  readonly address: string;
}

const keyOf = ({ address, cohortId, course }: OfCohort) => `${address} ${cohortId} ${course.hash}`;

const boardOf = (db: Db, of: OfCohort) =>
  boards.get(keyOf(of), () => buildBoard(db, of.course, of.cohortId, Date.now()));

export interface OverviewReply {
  readonly asOf: number;
  readonly summary: CohortSummary;
  readonly page: PeoplePage;
  readonly first: readonly DeskPerson[];
  readonly doubted: number;
}

const FIRST = 5;

/**
 * What can be asked of the analytics thread: plain data in, plain data out. Whatever reads many rows belongs here.
 * None of them knows an actor: server/dashboard asks for the role before it asks the thread.
 */
export const VIEWS = {
  async overview(
    db: Db,
    { query, size, ...of }: OfCohort & { query: PeopleQuery; size?: number },
  ): Promise<OverviewReply> {
    const { asOf, people, summary, doubted } = await boardOf(db, of);
    const first = sortPeople(filterPeople(people, { q: '', standing: 'at-risk' }), 'risk').slice(0, FIRST);
    return { asOf, summary, page: pagePeople(people, query, size), first, doubted };
  },

  /** For exports: everybody whom a filter leaves, in the order of ids, so that no part sorts the whole again. */
  async people(
    db: Db,
    { q, standing, after, size, ...of }: OfCohort & Pick<PeopleQuery, 'q' | 'standing' | 'after'> & { size: number },
  ): Promise<readonly DeskPerson[]> {
    const { people } = await boardOf(db, of);
    const rest = people.filter(({ learnerId }) => learnerId > after);
    return filterPeople(rest, { q, standing }).slice(0, size);
  },

  gaps: (db: Db, of: OfCohort): Promise<CohortGaps> =>
    gaps.get(keyOf(of), () => buildGaps(db, of.course, of.cohortId, Date.now())),

  beliefHolders: (
    db: Db,
    { cohortId, misconceptionId }: { cohortId: string; misconceptionId: string },
  ): Promise<BeliefHolder[]> => readBeliefHolders(db, cohortId, misconceptionId),

  rawAttempts: (db: Db, { cohortId, after }: { cohortId: string; after: string }): Promise<RawPart> =>
    readRawPart(db, cohortId, after),

  teamCounts: (db: Db, of: OfCohort): Promise<Readonly<Record<string, ScenarioCounts>>> =>
    teams.get(keyOf(of), () => countTeam(db, of.cohortId, of.course.passMark)),

  /** Never kept: somebody may have taken their consent back a moment ago. */
  teamWriters: (db: Db, { cohortId, scenarioId }: { cohortId: string; scenarioId: string }): Promise<TeamWriters> =>
    readTeamWriters(db, cohortId, scenarioId),
} as const;

export type Views = typeof VIEWS;
export type ViewName = keyof Views;
export type ViewQuestion<Name extends ViewName> = Omit<Parameters<Views[Name]>[1], 'address'>;
export type ViewReply<Name extends ViewName> = Awaited<ReturnType<Views[Name]>>;
