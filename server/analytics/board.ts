import 'server-only';
import type { CohortSummary, DeskPerson } from '@/schemas/dashboard-view';
import type { Db } from '../db/open-database';
import { type CohortPerson, cohortParts } from './cohort-people';
import type { DeskCourse } from './desk-course';
import { readOpenAssignments, readOpenDates, signOf } from './due';
import { KnownPeople, type PersonWork, workOf } from './known-people';
import { NO_FACTS, readPart } from './read-part';
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

interface Reading {
  /** Hears how many people have been read. */
  readonly onPart?: (read: number) => void;
  /** Whom a reading before this one knew; afterwards, whom this one knows. */
  readonly known?: KnownPeople;
}

/** Reads a whole cohort, part by part; of people who are known and have not changed, only that they are there. */
export async function buildBoard(
  db: Db,
  course: DeskCourse,
  cohortId: string,
  now: number,
  { onPart, known = new KnownPeople() }: Reading = {},
): Promise<Board> {
  const read: { person: CohortPerson; work: PersonWork }[] = [];
  const itemIds = course.items.map(({ id }) => id);
  const open = await readOpenAssignments(db, course, cohortId, now);
  const sign = signOf(open);
  for await (const part of cohortParts(db, cohortId)) {
    const ids = part.filter((person) => !known.get(person, sign)).map(({ learnerId }) => learnerId);
    const facts = ids.length > 0 ? await readPart(db, ids, itemIds) : NO_FACTS;
    const dates = await readOpenDates(db, open, ids, now);
    for (const person of part) {
      const { learnerId } = person;
      const work = known.get(person, sign) ?? workOf(learnerId, facts, dates.get(learnerId) ?? []);
      read.push({ person, work });
    }
    onPart?.(read.length);
  }
  known.replace(read, sign);
  const all: BoardPerson[] = read.map(({ person, work }) => toDeskPerson(course, person, work, now));
  // Exports go on from an id; a database may sort text by a language.
  all.sort((one, other) => (one.person.learnerId < other.person.learnerId ? -1 : 1));
  return {
    asOf: now,
    people: all.map(({ person }) => person),
    summary: summarise(course, all, open.length),
    doubted: await countDoubted(db, cohortId),
  };
}
