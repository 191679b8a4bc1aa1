import type { Actor } from '@/server/actor';
import { ROLE_NAMES, type RoleName } from '../people';
import type { World } from './world';

/**
 * What comes back to somebody who asks:
 * - yes: an answer, holding no more of others than the role may see (tests/support/roles/sight.ts)
 * - own: an answer, with nothing of anybody else in it
 * - empty: an answer without anything in it
 * - refused: the thing is theirs to ask for, and it is refused for a reason of its own
 * - forbidden: 403; the role does not open it
 * - absent: null or 404; it is as if it did not exist
 * - signin: 401
 */
export type Answer = 'yes' | 'own' | 'empty' | 'refused' | 'forbidden' | 'absent' | 'signin';
export type Expected = Readonly<Record<RoleName, Answer>>;

/** Who gets what, and how it is asked for. The key names the function, `folder/file#name`, and after a space the case. */
export type Entry = readonly [Expected, (actor: Actor, world: World) => unknown];
export type Table = Readonly<Record<string, Entry>>;

const all = (answer: Answer) =>
  Object.fromEntries(ROLE_NAMES.map((name) => [name, answer])) as Record<RoleName, Answer>;

/** Everybody gets `otherwise`, except those named. */
export const except = (otherwise: Answer, named: Partial<Expected>): Expected => ({ ...all(otherwise), ...named });

const yes = (...names: readonly RoleName[]): Partial<Expected> =>
  Object.fromEntries(names.map((name) => [name, 'yes' as const]));

/** Everybody has their own and gets it. */
export const OWN = all('own');
/** The same for whoever has an account. */
export const ACCOUNTS: Expected = { ...OWN, guest: 'refused' };
/** For the learners of the cohort, each their own; for everybody else it does not exist. */
export const COHORT = except('absent', { learner: 'own', other: 'own' });
/** It is the learner's; for everybody else it does not exist. */
export const HERS = except('absent', { learner: 'yes' });
/** The same where a list or a number is asked for. */
export const HER_LIST = except('empty', { learner: 'yes' });
export const OWNERS = except('forbidden', yes('owner'));
export const MANAGERS = except('forbidden', yes('owner', 'instructor'));
/** Where the existence of the thing would be told: nobody else learns that it is there. */
export const MANAGERS_ALONE = except('absent', yes('owner', 'instructor'));
export const REVIEWERS = except('forbidden', yes('owner', 'instructor', 'reviewer'));
export const LEADS = except('forbidden', yes('owner', 'instructor', 'lead'));
/** About cohorts of one's own, whichever they are. */
export const TEACHERS = except('forbidden', yes('owner', 'instructor', 'elsewhere'));
/** The same for a list or a number, which is empty for everybody else. */
export const TEACHERS_LIST = except('empty', yes('owner', 'instructor', 'elsewhere'));
/** The same where the fixture has nothing to show: it has too few samples, and no judge. */
export const TEACHERS_NONE = except('forbidden', { owner: 'absent', instructor: 'absent', elsewhere: 'absent' });
/** About one learner: who teaches others is told that there is nobody. */
export const HER_TEACHERS = except('forbidden', { ...yes('owner', 'instructor'), elsewhere: 'absent' });
export const STAFF = except('forbidden', yes('owner', 'instructor', 'elsewhere', 'reviewer', 'lead'));
