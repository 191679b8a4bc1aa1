import 'server-only';
import type { PeopleQuery } from '@/schemas/dashboard';
import type { BeliefHolder, CohortGaps, CohortSummary, DeskPerson, PeoplePage } from '@/schemas/dashboard-view';
import type { AnalysedCourse } from '../analysis/analysed-course';
import type { AnalysisScope } from '../analysis/analysis-scope';
import { QuizKeep } from '../analysis/quiz-keep';
import { readItemStatistics } from '../analysis/read-item-statistics';
import { readTrustFigures } from '../analysis/read-trust-figures';
import { toJson } from '../db/json';
import type { Db } from '../db/open-database';
import { readBeliefHolders } from './belief-holders';
import { type Board, buildBoard } from './board';
import { countLearners } from './cohort-people';
import type { DeskCourse } from './desk-course';
import { attemptRow, overviewRow } from './export-rows';
import { type ExportFormat, type TextPart, toTextPart } from './export-text';
import { buildGaps } from './gaps';
import { Keep } from './keep';
import { KNOWN_FROM, KnownPeople } from './known-people';
import { filterPeople, pagePeople, sortPeople } from './page-people';
import { readRawPart } from './raw-attempts';
import { countTeam, type ScenarioCounts } from './team-counts';
import { readTeamWriters, type TeamWriters } from './team-writers';

const boards = new Keep<Board>();
const gaps = new Keep<CohortGaps>();
const teams = new Keep<Readonly<Record<string, ScenarioCounts>>>();
/** By database: tests change from one to another. */
const quizzes = new Map<string, QuizKeep>();

/** Large cohorts whose people are remembered; the one that was read longest ago is forgotten first. */
const MOST_KNOWN = 6;
const known = new Map<string, KnownPeople>();

function knownOf(key: string): KnownPeople {
  const people = known.get(key) ?? new KnownPeople();
  known.delete(key);
  known.set(key, people);
  if (known.size > MOST_KNOWN) known.delete(known.keys().next().value ?? '');
  return people;
}

interface Anywhere {
  /** Tells databases apart where a process changes from one to another, as tests do. */
  readonly address: string;
}
interface OfCohort extends Anywhere {
  readonly course: DeskCourse;
  readonly cohortId: string;
}

const keyOf = ({ address, cohortId, course }: OfCohort) => `${address} ${cohortId} ${course.hash}`;

/** People read so far, by what is being read. */
const progress = new Map<string, number>();

/** Builds with a note of how far that is, for those who look meanwhile. */
async function noted<Value>(key: string, build: (onPart: (read: number) => void) => Promise<Value>): Promise<Value> {
  progress.set(key, 0);
  try {
    return await build((read) => progress.set(key, read));
  } finally {
    progress.delete(key);
  }
}

const boardKey = (of: OfCohort) => `board ${keyOf(of)}`;
const gapsKey = (of: OfCohort) => `gaps ${keyOf(of)}`;

const boardOf = (db: Db, of: OfCohort) =>
  boards.get(boardKey(of), () =>
    noted(boardKey(of), (onPart) =>
      buildBoard(db, of.course, of.cohortId, Date.now(), { onPart, known: knownOf(boardKey(of)) }),
    ),
  );
const gapsOf = (db: Db, of: OfCohort) =>
  gaps.get(gapsKey(of), () =>
    noted(gapsKey(of), (onPart) => buildGaps(db, of.course, of.cohortId, Date.now(), onPart)),
  );

export interface OverviewReply {
  readonly asOf: number;
  readonly summary: CohortSummary;
  readonly page: PeoplePage;
  readonly first: readonly DeskPerson[];
  readonly doubted: number;
}

const FIRST = 5;

/** What is being read for the first time: how many people have been, and how many there are. */
export interface Counting {
  readonly read: number;
  readonly people: number;
}

/** A page waits so long before it says how far the reading is. */
const PATIENCE_MS = 1_000;

async function isSoon(work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS);
  });
  return Promise.race([work.then(() => true), late]).finally(() => clearTimeout(timer));
}

/**
 * What can be asked of the analytics thread: plain data in, plain data out. Whatever reads many rows belongs here.
 * None of them knows an actor: server/dashboard and server/analysis ask for the role before they ask the thread.
 */
export const VIEWS = {
  /** Begins to read what is not kept; null where a page need not wait for it, or no longer. */
  async counting(db: Db, { what, ...of }: OfCohort & { what: 'board' | 'gaps' }): Promise<Counting | null> {
    const [key, keep] = what === 'board' ? [boardKey(of), boards] : [gapsKey(of), gaps];
    if (keep.has(key)) return null;
    const people = await countLearners(db, of.cohortId);
    if (people < KNOWN_FROM) return null;
    if (await isSoon(what === 'board' ? boardOf(db, of) : gapsOf(db, of))) return null;
    return { read: progress.get(key) ?? 0, people };
  },

  async overview(
    db: Db,
    { query, size, ...of }: OfCohort & { query: PeopleQuery; size?: number },
  ): Promise<OverviewReply> {
    const { asOf, people, summary, doubted } = await boardOf(db, of);
    const first = sortPeople(people, 'risk')
      .slice(0, FIRST)
      .filter(({ weight }) => weight > 0);
    return { asOf, summary, page: pagePeople(people, query, size), first, doubted };
  },

  /** For exports: everybody whom a filter leaves, in the order of ids, so that no part sorts the whole again. */
  async peopleText(
    db: Db,
    {
      filter,
      after,
      size,
      format,
      ...of
    }: OfCohort & { filter: Pick<PeopleQuery, 'q' | 'standing'>; after: string; size: number; format: ExportFormat },
  ): Promise<TextPart> {
    const { people } = await boardOf(db, of);
    const found = filterPeople(people, filter).filter(({ learnerId }) => learnerId > after);
    const part = found.slice(0, size);
    return toTextPart(part, overviewRow, format, found.length > size ? (part.at(-1)?.learnerId ?? null) : null);
  },

  gaps: (db: Db, of: OfCohort): Promise<CohortGaps> => gapsOf(db, of),

  beliefHolders: (
    db: Db,
    { cohortId, misconceptionId }: { cohortId: string; misconceptionId: string },
  ): Promise<BeliefHolder[]> => readBeliefHolders(db, cohortId, misconceptionId),

  teamCounts: (db: Db, of: OfCohort): Promise<Readonly<Record<string, ScenarioCounts>>> =>
    teams.get(keyOf(of), () => countTeam(db, of.cohortId, of.course.passMark)),

  /** Never kept: somebody may have taken their consent back a moment ago. */
  teamWriters: (db: Db, { cohortId, scenarioId }: { cohortId: string; scenarioId: string }): Promise<TeamWriters> =>
    readTeamWriters(db, cohortId, scenarioId),

  async attemptsText(
    db: Db,
    { cohortId, after, format }: { cohortId: string; after: string; format: ExportFormat },
  ): Promise<TextPart> {
    const { rows, next } = await readRawPart(db, cohortId, after);
    return toTextPart(rows, attemptRow, format, next);
  },

  /** As JSON, as it is kept. */
  async itemAnalysis(
    db: Db,
    { course, scope, address }: Anywhere & { course: AnalysedCourse; scope: AnalysisScope },
  ): Promise<string> {
    const keep = quizzes.get(address) ?? new QuizKeep();
    quizzes.set(address, keep);
    return toJson(await readItemStatistics(db, course, scope, keep));
  },

  trustFigures: async (db: Db, { scope }: { scope: AnalysisScope }): Promise<string> =>
    toJson(await readTrustFigures(db, scope)),
} as const;

export type Views = typeof VIEWS;
export type ViewName = keyof Views;
export type ViewQuestion<Name extends ViewName> = Omit<Parameters<Views[Name]>[1], 'address'>;
export type ViewReply<Name extends ViewName> = Awaited<ReturnType<Views[Name]>>;
