import 'server-only';
import type { CohortSummary, DeskPerson } from '@/schemas/dashboard-view';
import type { Db } from '../db/open-database';
import { cohortParts } from './cohort-people';
import type { DeskCourse } from './desk-course';
import { readDue, readOpenAssignments } from './due';
import { readPart } from './read-part';
import { summarise } from './summarise';
import { type BoardPerson, toDeskPerson } from './to-desk-person';

/** Everybody in a cohort with everything the views of it say. */
export interface Board {
  readonly asOf: number;
  readonly people: readonly DeskPerson[];
  readonly summary: CohortSummary;
  /** Grades that wait for a person. */
  readonly doubted: number;
}

/** By an index over what waits: reading grades, which are long, would take ten times as long. */
async function countDoubted(db: Db, cohortId: string): Promise<number> {
  const row = await db
    .selectFrom('grades')
    .innerJoin('submissions', 'submissions.id', 'grades.submissionId')
    .innerJoin('enrolments', 'enrolments.learnerId', 'submissions.learnerId')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('needsReview', '=', 1)
    .where('cohortId', '=', cohortId)
    .where('role', '=', 'learner')
    .where('enrolments.status', '=', 'active')
    .executeTakeFirstOrThrow();
  return row.count;
}

/** Reads a whole cohort, part by part; `onPart` hears how many people have been read. */
export async function buildBoard(
  db: Db,
  course: DeskCourse,
  cohortId: string,
  now: number,
  onPart: (read: number) => void = () => undefined,
): Promise<Board> {
  const all: BoardPerson[] = [];
  const itemIds = course.items.map(({ id }) => id);
  const open = await readOpenAssignments(db, course, cohortId, now);
  for await (const part of cohortParts(db, cohortId)) {
    const ids = part.map(({ learnerId }) => learnerId);
    const facts = await readPart(db, ids, itemIds);
    const dueOf = await readDue(db, open, ids, now);
    for (const person of part) all.push(toDeskPerson(course, person, { ...facts, dueOf }, now));
    onPart(all.length);
  }
  // Exports go on from an id; a database may sort text by a language.
  all.sort((one, other) => (one.person.learnerId < other.person.learnerId ? -1 : 1));
  return {
    asOf: now,
    people: all.map(({ person }) => person),
    summary: summarise(course, all, open.length),
    doubted: await countDoubted(db, cohortId),
  };
}
