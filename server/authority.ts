import 'server-only';
import type { CohortId } from '@/schemas/ids';
import type { Actor } from './actor';
import { Forbidden } from './forbidden';

/**
 * What a role opens in one cohort.
 * - own: the whole installation; owners only, whatever the cohort
 * - manage: people, roles, assignments, texts and grades; owners and instructors
 * - review: what waits for a person, without names; those and reviewers
 * - aggregate: numbers about the whole; those who manage, and leads
 */
export type Power = 'own' | 'manage' | 'review' | 'aggregate';

/** Whether the actor has this power in a cohort. A guest never has any. */
export function mayIn(actor: Actor, cohortId: string, power: Power): boolean {
  const isIn = (list: readonly CohortId[]) => (list as readonly string[]).includes(cohortId);
  if (actor.isGuest) return false;
  if (actor.isOwner) return true;
  if (power === 'own') return false;
  if (isIn(actor.teaches)) return true;
  return (power === 'review' && isIn(actor.reviews)) || (power === 'aggregate' && isIn(actor.leads));
}

/** Refuses by throwing, so that no function goes on without. `act` says what was wanted, for the log. */
export function requireIn(actor: Actor, cohortId: string, power: Power, act: string): void {
  if (!mayIn(actor, cohortId, power)) throw new Forbidden(`${act} (${power} in ${cohortId})`);
}

/** The cohorts in which the actor has this power; an owner has each in all. */
export function cohortsWith(actor: Actor, power: Power): readonly CohortId[] {
  if (actor.isGuest || (power === 'own' && !actor.isOwner)) return [];
  if (power === 'review') return [...new Set([...actor.teaches, ...actor.reviews])];
  if (power === 'aggregate') return [...new Set([...actor.teaches, ...actor.leads])];
  return actor.teaches;
}

/** For what belongs to no cohort: the organisation, its owners, the list of all cohorts. */
export function requireOwner(actor: Actor, act: string): void {
  if (actor.isGuest || !actor.isOwner) throw new Forbidden(`${act} (own)`);
}

/** Whether the actor has any role beside that of a learner. */
export function isStaff(actor: Actor): boolean {
  return (
    !actor.isGuest && (actor.isOwner || [actor.teaches, actor.reviews, actor.leads].some(({ length }) => length > 0))
  );
}
