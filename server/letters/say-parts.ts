import 'server-only';
import type { OwnAssignment } from '@/schemas/assignment';
import { LearnerIdSchema } from '@/schemas/ids';
import { type LetterKind, LetterKindSchema, type LetterPart, LetterPartSchema } from '@/schemas/letter';
import { readOwnAssignments } from '../assignments/own';
import { database } from '../db/database';
import { fromJson } from '../db/json';
import type { Reader } from './readers';

/** One thing in a letter: a sentence or two, and the page it is about. */
export interface Said {
  readonly title: string;
  readonly text: string;
  readonly href: string;
}

function sayMoment(at: number, timeZone: string): string {
  const day = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
  const writer = new Intl.DateTimeFormat('en-GB', { ...day, hour: '2-digit', minute: '2-digit', timeZone });
  return `${writer.format(at)} (${timeZone})`;
}

/** Null where it is done, withdrawn, not theirs any more or has another date by now. */
function sayAssignment(
  { assignmentId, dueAt }: Extract<LetterPart, { type: 'assignment' }>,
  own: readonly OwnAssignment[],
  now: number,
  timeZone: string,
): Said | null {
  const found = own.find(({ id }) => id === assignmentId);
  if (!found || found.dueAt !== dueAt || !('next' in found.standing)) return null;
  const { done, total } = found.standing;
  const [title, text] =
    dueAt < now
      ? [`Overdue: ${found.title}`, `The date was ${sayMoment(dueAt, timeZone)}. What you hand in now is marked late.`]
      : [`Due soon: ${found.title}`, `Due on ${sayMoment(dueAt, timeZone)}. ${done} of ${total} parts are done.`];
  return { title, text, href: '/assignments' };
}

/** Whether somebody still is in a cohort that lives, as a learner or as one who runs it. */
async function isIn(learnerId: string, cohortId: string, role: 'learner' | 'instructor'): Promise<boolean> {
  const row = await database()
    .selectFrom('enrolments')
    .innerJoin('cohorts', 'cohorts.id', 'enrolments.cohortId')
    .select('cohortId')
    .where('learnerId', '=', learnerId)
    .where('cohortId', '=', cohortId)
    .where('role', '=', role)
    .where('status', '=', 'active')
    .where('archivedAt', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** Somebody who is in no cohort any more is told nothing. */
async function isAnywhere(learnerId: string): Promise<boolean> {
  const row = await database()
    .selectFrom('enrolments')
    .select('cohortId')
    .where('learnerId', '=', learnerId)
    .where('status', '=', 'active')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

async function sayOne(
  part: LetterPart,
  own: readonly OwnAssignment[],
  reader: Reader,
  now: number,
): Promise<Said | null> {
  const { learnerId, timeZone } = reader;
  switch (part.type) {
    case 'assignment':
      return sayAssignment(part, own, now, timeZone);
    case 'news':
      return (await isAnywhere(learnerId)) ? { title: part.title, text: '', href: part.href } : null;
    case 'week':
      if (!(await isIn(learnerId, part.cohortId, 'learner'))) return null;
      return { title: 'Your week', text: part.text, href: '/assignments' };
    case 'desk':
      if (!(await isIn(learnerId, part.cohortId, 'instructor'))) return null;
      return { title: 'Who needs you', text: part.text, href: `/instructor/cohorts/${part.cohortId}` };
  }
}

/** What a letter says as things stand now: parts that its reader no longer wants, or that are over, say nothing. */
export async function sayParts(letterId: string, reader: Reader, now: number): Promise<Said[]> {
  const rows = await database()
    .selectFrom('letter_parts')
    .select(['kind', 'about'])
    .where('letterId', '=', letterId)
    .where('goodUntil', '>', now)
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
  const order = (kind: string) => LetterKindSchema.options.indexOf(kind as LetterKind);
  const wanted = rows
    .filter(({ kind }) => reader.letters[LetterKindSchema.parse(kind)])
    .toSorted((one, other) => order(one.kind) - order(other.kind));
  if (wanted.length === 0) return [];
  const own = await readOwnAssignments(LearnerIdSchema.parse(reader.learnerId), now);
  const said: Said[] = [];
  for (const { about } of wanted) {
    const one = await sayOne(fromJson(about, LetterPartSchema), own, reader, now);
    // Three days and one day before may wait for the same letter.
    if (one && !said.some(({ title, text }) => title === one.title && text === one.text)) said.push(one);
  }
  return said;
}
