import 'server-only';
import { cache } from 'react';
import { type CohortId, CohortIdSchema, type LearnerId } from '@/schemas/ids';
import { lookUpSession, type SessionLookup, type SessionPerson } from './accounts/session';
import { database } from './db/database';
import { ensureLearner } from './learners';

const brand: unique symbol = Symbol('actor');

/** The person who asks. Only this file can make one, and only out of a live session. */
export interface Actor {
  readonly [brand]: true;
  readonly learnerId: LearnerId;
  readonly name: string;
  readonly email: string | null;
  readonly isGuest: boolean;
  /** Cohorts in which this person is an active instructor. */
  readonly teaches: readonly CohortId[];
}

/** No live session. `code` tells "never had one" from "had one that ended": the browser reacts differently. */
export class Unauthenticated extends Error {
  override readonly name = 'Unauthenticated';
  readonly code: 'no-session' | 'session-expired';
  constructor(code: 'no-session' | 'session-expired') {
    super(code);
    this.code = code;
  }
}

const TOUCH_EVERY_MS = 12 * 3_600_000;

/** Notes a visit at most twice a day, so that guests who only read are not taken for gone. */
async function noteVisit(learnerId: LearnerId): Promise<void> {
  const now = Date.now();
  const touched = await database()
    .selectFrom('learners')
    .select('lastActiveAt')
    .where('id', '=', learnerId)
    .executeTakeFirst();
  if (!touched) return ensureLearner(database(), learnerId, now);
  if (now - touched.lastActiveAt < TOUCH_EVERY_MS) return;
  await database().updateTable('learners').set({ lastActiveAt: now }).where('id', '=', learnerId).execute();
}

async function toActor(person: SessionPerson): Promise<Actor> {
  await noteVisit(person.learnerId);
  const enrolments = await database()
    .selectFrom('enrolments')
    .select('cohortId')
    .where('learnerId', '=', person.learnerId)
    .where('role', '=', 'instructor')
    .where('status', '=', 'active')
    .execute();
  return { [brand]: true, ...person, teaches: enrolments.map((enrolment) => CohortIdSchema.parse(enrolment.cohortId)) };
}

const currentSession = cache(async () => {
  // Loaded here, because commands and tests use this file outside a request.
  const { headers } = await import('next/headers');
  return lookUpSession(new Headers(await headers()), { renew: false });
});

/** For pages: who is asking, or null without a live session. Asked once per request, whoever calls it. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const found = await currentSession();
  return found.state === 'live' ? toActor(found.person) : null;
});

/** For the page around every page: its scripts must know a visitor without a cookie from somebody whose session ended. */
export async function sessionState(): Promise<SessionLookup['state']> {
  return (await currentSession()).state;
}

/** For handlers: who is asking, with the cookie of a prolonged session, or Unauthenticated. */
export async function requireActor(request: Request): Promise<{ actor: Actor; setCookies: readonly string[] }> {
  const found = await lookUpSession(request.headers, { renew: true });
  if (found.state !== 'live') throw new Unauthenticated(found.state === 'none' ? 'no-session' : 'session-expired');
  return { actor: await toActor(found.person), setCookies: found.setCookies };
}
