import { randomUUID } from 'node:crypto';
import { type CohortId, CohortIdSchema } from '@/schemas/ids';
import type { Role } from '@/schemas/roster';
import { type SignedIn, signUp, startGuest } from '@/server/accounts/people';
import { type Actor, requireActor } from '@/server/actor';
import { database } from '@/server/db/database';
import { claimInstructor, makeLink } from '@/server/links';
import { newId } from '@/server/new-id';
import { savePreferences } from '@/server/preferences';

/** Somebody with a browser: an actor, and the cookies that prove it. */
export interface Person {
  readonly actor: Actor;
  readonly email: string;
  readonly password: string;
  readonly headers: Headers;
}

export const PASSWORD = 'correct horse battery';

/** The Cookie header that a browser would send after these Set-Cookie headers. */
export function cookiesOf(setCookies: readonly string[]): Headers {
  const pairs = setCookies.map((cookie) => cookie.split(';')[0] ?? '').filter((pair) => !pair.endsWith('='));
  return new Headers({ cookie: pairs.join('; ') });
}

/** The Cookie header that a browser sends next: later cookies replace earlier ones of the same name, an empty one ends it. */
export function cookiesAfter(headers: Headers, setCookies: readonly string[]): Headers {
  const jar = new Map<string, string>();
  for (const pair of [
    ...(headers.get('cookie') ?? '').split('; '),
    ...setCookies.map((set) => set.split(';')[0] ?? ''),
  ]) {
    const [name = '', ...value] = pair.split('=');
    if (value.join('=')) jar.set(name, value.join('='));
    else jar.delete(name);
  }
  return new Headers({ cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') });
}

/** The actor behind a session, found as every handler finds it. */
export async function actorOf(headers: Headers): Promise<Actor> {
  const { actor } = await requireActor(new Request('http://localhost/', { headers }));
  return actor;
}

/** Unless `isAsked`, results are shown at once; tests/integration/predictions.test.ts is about the others. */
async function toPerson(signed: SignedIn, email = '', isAsked = false): Promise<Person> {
  const headers = cookiesOf(signed.setCookies);
  const actor = await actorOf(headers);
  if (!isAsked) await savePreferences(actor, { predictions: 'never' });
  return { actor, email, password: PASSWORD, headers };
}

/** A browser that read exercises with the figures of the files; a test that wants others passes another seed. */
export const withSeed = (seed = 0) => new Headers({ cookie: `study_seed=${seed}` });

export async function newGuest(isAsked = false, headers = withSeed()): Promise<Person> {
  return toPerson(await startGuest(headers), '', isAsked);
}

/** A new account; with the headers of a guest, that guest's work moves to it. */
export async function newAccount(headers = withSeed(), name = 'Ada Example'): Promise<Person> {
  const email = `${randomUUID()}@example.org`;
  const signed = await signUp(headers, { name, email, password: PASSWORD });
  if (!signed.ok) throw new Error(signed.reason);
  return toPerson(signed.value, email);
}

export async function newInstructor(): Promise<Person> {
  const person = await newAccount();
  const { token } = await makeLink('claim-instructor', null);
  const claimed = await claimInstructor(person.actor, token);
  if (!claimed.ok) throw new Error(claimed.reason);
  return { ...person, actor: await actorOf(person.headers) };
}

/** A cohort with nobody in it. */
export async function newCohort(name = 'Platform team'): Promise<CohortId> {
  const id = CohortIdSchema.parse(newId());
  await database().insertInto('cohorts').values({ id, name, createdAt: Date.now() }).execute();
  return id;
}

async function newMember(cohortId: string, role: Role, name?: string): Promise<Person> {
  const person = await newAccount(withSeed(), name);
  await database()
    .insertInto('enrolments')
    .values({ learnerId: person.actor.learnerId, cohortId, role, status: 'active', enrolledAt: Date.now() })
    .execute();
  return { ...person, actor: await actorOf(person.headers) };
}

/** An account that learns in a cohort. */
export const newLearner = (cohortId: string, name?: string): Promise<Person> => newMember(cohortId, 'learner', name);

/** An account with a role in a cohort, without anything else. */
export const newStaff = (cohortId: string, role: Exclude<Role, 'learner'>): Promise<Person> =>
  newMember(cohortId, role);

/** Everybody who may ask about a cohort, and what they are to it. `elsewhere` is the instructor of another one. */
export const ROLE_NAMES = [
  'owner',
  'instructor',
  'elsewhere',
  'reviewer',
  'lead',
  'learner',
  'other',
  'guest',
] as const;
export type RoleName = (typeof ROLE_NAMES)[number];

/** One person in each role; the two learners study in the cohort and are told apart by their names. */
export async function everyRole(cohortId: string): Promise<Readonly<Record<RoleName, Person>>> {
  const elsewhere = await newCohort('Another team');
  return {
    owner: await newInstructor(),
    instructor: await newStaff(cohortId, 'instructor'),
    elsewhere: await newStaff(elsewhere, 'instructor'),
    reviewer: await newStaff(cohortId, 'reviewer'),
    lead: await newStaff(cohortId, 'lead'),
    learner: await newLearner(cohortId, 'Lena Learner'),
    other: await newLearner(cohortId, 'Otto Other'),
    guest: await newGuest(),
  };
}
