import 'server-only';
import { writeCsv } from '@/grader/csv/write-csv';
import { type ActFilter, type ActLine, ActLineSchema, AuditEntrySchema } from '@/schemas/audit';
import type { Actor } from '../actor';
import { recordAct } from '../audit';
import { database } from '../db/database';
import { holdsText } from '../db/holds-text';
import { fromJson } from '../db/json';
import { Forbidden } from '../forbidden';

export const ACTS_A_PAGE = 50;
const MOST_IN_FILE = 50_000;
const DAY = 86_400_000;

/** Where a page of the record begins: behind this line. */
export interface ActPlace {
  readonly at: number;
  readonly id: string;
}

export interface ActPage {
  readonly lines: readonly ActLine[];
  /** Null on the last page. */
  readonly next: ActPlace | null;
}

/** Owners read all of it, instructors what happened in their cohorts; nobody else reads any. */
function readable(actor: Actor) {
  if (actor.isGuest || actor.teaches.length === 0) throw new Forbidden('read the record of acts');
  const all = database()
    .selectFrom('audit_entries')
    .leftJoin('user as subject', 'subject.id', 'audit_entries.subjectId')
    .leftJoin('cohorts', 'cohorts.id', 'audit_entries.cohortId');
  return actor.isOwner ? all : all.where('audit_entries.cohortId', 'in', actor.teaches);
}

function wanted(actor: Actor, { act, person, cohortId, from, until }: ActFilter) {
  let query = readable(actor);
  if (act) query = query.where('act', '=', act);
  if (cohortId) query = query.where('audit_entries.cohortId', '=', cohortId);
  if (from) query = query.where('at', '>=', Date.parse(from));
  if (until) query = query.where('at', '<', Date.parse(until) + DAY);
  const name = person?.trim();
  if (!name) return query;
  return query.where(({ or }) => or([holdsText('actorName', name), holdsText('subject.name', name)]));
}

function sayDetails(details: string): string {
  const entries = Object.entries(fromJson(details, AuditEntrySchema.shape.details));
  const said = entries.filter(([, value]) => value !== null && value !== '');
  return said.map(([key, value]) => `${key}: ${String(value)}`).join(', ');
}

async function readLines(actor: Actor, filter: ActFilter, after: ActPlace | null, most: number): Promise<ActLine[]> {
  let query = wanted(actor, filter);
  if (after)
    query = query.where(({ eb, or, and }) =>
      or([eb('at', '<', after.at), and([eb('at', '=', after.at), eb('audit_entries.id', '<', after.id)])]),
    );
  const rows = await query
    .select(['audit_entries.id', 'at', 'actorName', 'act', 'subjectId', 'details'])
    .select(['subject.name as subjectName', 'cohorts.name as cohortName'])
    .orderBy('at', 'desc')
    .orderBy('audit_entries.id', 'desc')
    .limit(most)
    .execute();
  return rows.map((row) => ActLineSchema.parse({ ...row, details: sayDetails(row.details) }));
}

/** A page of the record of acts, newest first. */
export async function selectActs(actor: Actor, filter: ActFilter, after: ActPlace | null): Promise<ActPage> {
  const lines = await readLines(actor, filter, after, ACTS_A_PAGE + 1);
  const last = lines.length > ACTS_A_PAGE ? lines[ACTS_A_PAGE - 1] : undefined;
  return { lines: lines.slice(0, ACTS_A_PAGE), next: last ? { at: last.at, id: last.id } : null };
}

/** The kinds of acts that the actor's part of the record holds, for a filter. */
export async function selectActKinds(actor: Actor): Promise<string[]> {
  if (actor.isGuest || actor.teaches.length === 0) throw new Forbidden('read the record of acts');
  const all = database().selectFrom('audit_entries').select('act').distinct().orderBy('act');
  const rows = await (actor.isOwner ? all : all.where('cohortId', 'in', actor.teaches)).execute();
  return rows.map(({ act }) => act);
}

/** The record as a file that a spreadsheet opens without computing anything. Taking it is an act itself. */
export async function exportActs(actor: Actor, filter: ActFilter): Promise<string> {
  const lines = await readLines(actor, filter, null, MOST_IN_FILE);
  await recordAct(database(), actor, {
    act: 'export.made',
    cohortId: filter.cohortId,
    details: { what: 'record of acts', lines: lines.length },
  });
  const heading = ['when (UTC)', 'who', 'act', 'cohort', 'about', 'details'];
  return writeCsv([
    heading,
    ...lines.map(({ at, actorName, act, cohortName, subjectName, details }) => [
      new Date(at).toISOString(),
      actorName,
      act,
      cohortName,
      subjectName,
      details,
    ]),
  ]);
}
