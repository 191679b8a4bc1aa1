import 'server-only';
import { cache } from 'react';
import { type CohortId, CohortIdSchema, type LearnerId, LearnerIdSchema } from '@/schemas/ids';
import type { Role } from '@/schemas/roster';
import { lookUpSession, type SessionLookup, type SessionPerson } from './accounts/session';
import { database } from './db/database';
import { ensureLearner } from './learners';
import { PREVIEW_NAME, previewInCookies } from './preview/preview-cookie';

const brand: unique symbol = Symbol('actor');

/** The person who asks. Only this file can make one, and only out of a live session. */
export interface Actor {
  readonly [brand]: true;
  readonly learnerId: LearnerId;
  readonly name: string;
  readonly email: string | null;
  readonly isGuest: boolean;
  /** Whether the address is known to be theirs. */
  readonly isConfirmed: boolean;
  readonly sessionId: string;
  readonly sessionStartedAt: number;
  /** Runs the whole installation. */
  readonly isOwner: boolean;
  /** Cohorts that this person runs as an instructor; all of them for an owner. */
  readonly teaches: readonly CohortId[];
  /** Cohorts in which this person marks what waits, without names. */
  readonly reviews: readonly CohortId[];
  /** Cohorts of which this person reads numbers about the whole. */
  readonly leads: readonly CohortId[];
  /** The person who looks at the course as this learner, who is nobody; null for everybody else. */
  readonly previewOf: LearnerId | null;
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

/** Read anew with every request, so that a role that was taken back is gone with the next one. */
async function selectRoles(learnerId: LearnerId): Promise<Pick<Actor, 'isOwner' | 'teaches' | 'reviews' | 'leads'>> {
  const owner = await database()
    .selectFrom('owners')
    .select('learnerId')
    .where('learnerId', '=', learnerId)
    .executeTakeFirst();
  const enrolments = await database()
    .selectFrom('enrolments')
    .select(['cohortId', 'role'])
    .where('learnerId', '=', learnerId)
    .where('role', '!=', 'learner')
    .where('status', '=', 'active')
    .execute();
  const inRole = (role: Role) =>
    enrolments.filter((enrolment) => enrolment.role === role).map(({ cohortId }) => CohortIdSchema.parse(cohortId));
  const all = owner ? await database().selectFrom('cohorts').select('id').execute() : [];
  return {
    isOwner: owner !== undefined,
    teaches: owner ? all.map(({ id }) => CohortIdSchema.parse(id)) : inRole('instructor'),
    reviews: inRole('reviewer'),
    leads: inRole('lead'),
  };
}

/** The learner whom somebody with a role looks in place of. With the role, and with the preview, this is gone. */
async function toPreviewActor(actor: Actor, headers: Headers): Promise<Actor | null> {
  const previewId = previewInCookies(headers);
  if (previewId === null || !(actor.isOwner || actor.teaches.length > 0)) return null;
  const row = await database()
    .selectFrom('previews')
    .select('learnerId')
    .where('learnerId', '=', previewId)
    .where('ownerId', '=', actor.learnerId)
    .executeTakeFirst();
  if (!row) return null;
  const nobody = {
    name: PREVIEW_NAME,
    email: null,
    isGuest: false,
    isConfirmed: actor.isConfirmed,
    sessionId: actor.sessionId,
    sessionStartedAt: actor.sessionStartedAt,
    isOwner: false,
    teaches: [],
    reviews: [],
    leads: [],
  };
  return { [brand]: true, learnerId: LearnerIdSchema.parse(row.learnerId), ...nobody, previewOf: actor.learnerId };
}

async function toActor(person: SessionPerson, headers: Headers): Promise<Actor> {
  await noteVisit(person.learnerId);
  const actor: Actor = { [brand]: true, ...person, ...(await selectRoles(person.learnerId)), previewOf: null };
  return (await toPreviewActor(actor, headers)) ?? actor;
}

const requestHeaders = cache(async () => {
  // Loaded here, because commands and tests use this file outside a request.
  const { headers } = await import('next/headers');
  return new Headers(await headers());
});

const currentSession = cache(async () => lookUpSession(await requestHeaders(), { renew: false }));

/** For pages: who is asking, or null without a live session. Asked once per request, whoever calls it. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const found = await currentSession();
  return found.state === 'live' ? toActor(found.person, await requestHeaders()) : null;
});

/** For the page around every page: its scripts must know a visitor without a cookie from somebody whose session ended. */
export async function sessionState(): Promise<SessionLookup['state']> {
  return (await currentSession()).state;
}

/** For handlers: who is asking, with the cookie of a prolonged session, or Unauthenticated. */
export async function requireActor(request: Request): Promise<{ actor: Actor; setCookies: readonly string[] }> {
  const found = await lookUpSession(request.headers, { renew: true });
  if (found.state !== 'live') throw new Unauthenticated(found.state === 'none' ? 'no-session' : 'session-expired');
  return { actor: await toActor(found.person, request.headers), setCookies: found.setCookies };
}
