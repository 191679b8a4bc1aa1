import 'server-only';
import { nameWords } from '@/grader/team-map/strip-names';
import { GradeSchema } from '@/schemas/grade';
import { PreferencesSchema } from '@/schemas/roster';
import { type Choice, HandInSchema } from '@/schemas/scenario';
import { fromJson } from '../db/json';
import type { Db } from '../db/open-database';
import { cohortParts } from './cohort-people';

/** Arguments of so many people are read at most: more would change nothing of the best three. */
const MOST_WRITERS = 200;

/** What one person of the team wrote that fully met a criterion, and what they chose. Without a name or an id. */
export interface Writer {
  readonly choices: Readonly<Record<string, Choice>>;
  /** Strongest first. */
  readonly quotes: readonly { readonly text: string; readonly weight: number }[];
}

export interface TeamWriters {
  readonly writers: readonly Writer[];
  /** Words of the names and addresses of everybody in the cohort, staff included. */
  readonly names: readonly string[];
}

async function willing(db: Db, ids: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('preferences')
    .select(['learnerId', 'preferences'])
    .where('learnerId', 'in', ids)
    .execute();
  return rows
    .filter(({ preferences }) => fromJson(preferences, PreferencesSchema).sharing === 'shared')
    .map(({ learnerId }) => learnerId);
}

async function readWriters(db: Db, ids: readonly string[], scenarioId: string): Promise<Writer[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('learner_exercises')
    .innerJoin('submissions', 'submissions.id', 'latestSubmissionId')
    .innerJoin('grades', 'grades.submissionId', 'latestSubmissionId')
    .select(['handIn', 'grade'])
    .where('learner_exercises.learnerId', 'in', ids)
    .where('learner_exercises.scenarioId', '=', scenarioId)
    .execute();
  return rows.map(({ handIn, grade }) => ({
    choices: fromJson(handIn, HandInSchema).choices,
    quotes: fromJson(grade, GradeSchema)
      .criteria.filter(({ level }) => level === 'full')
      .flatMap(({ evidence, points, confidence }) =>
        evidence.slice(0, 1).map(({ quote }) => ({ text: quote, weight: points * confidence })),
      )
      .sort((one, other) => other.weight - one.weight),
  }));
}

/** Words of the names and addresses of everybody in a cohort. */
export async function readNames(db: Db, cohortId: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('enrolments')
    .innerJoin('user', 'user.id', 'enrolments.learnerId')
    .select(['name', 'email'])
    .where('cohortId', '=', cohortId)
    .execute();
  return nameWords(rows.flatMap(({ name, email }) => [name, email.split('@')[0]?.replace(/[._+-]/g, ' ') ?? '']));
}

/** The sentences of those of a cohort who agreed to their being shown, read at the moment of asking: a no counts at once. */
export async function readTeamWriters(db: Db, cohortId: string, scenarioId: string): Promise<TeamWriters> {
  const writers: Writer[] = [];
  for await (const part of cohortParts(db, cohortId)) {
    const ids = await willing(
      db,
      part.map(({ learnerId }) => learnerId),
    );
    writers.push(...(await readWriters(db, ids, scenarioId)));
    if (writers.length >= MOST_WRITERS) break;
  }
  return { writers, names: [...(await readNames(db, cohortId))] };
}
