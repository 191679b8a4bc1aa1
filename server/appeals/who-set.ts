import 'server-only';
import type { GradeEvent } from '@/schemas/grade-event';
import type { CohortId, LearnerId } from '@/schemas/ids';
import type { Actor } from '../actor';
import type { Db, Tx } from '../db/open-database';

/**
 * Who judged a criterion as it stands now: the person whose level is in force, or else whoever last confirmed the grade
 * as a whole; null where that was the machine.
 */
export function whoSet(history: readonly GradeEvent[], criterionId: string): LearnerId | null {
  const latest = history.at(-1);
  const lineOf = (event: GradeEvent | undefined) => event?.grade.criteria.find(({ id }) => id === criterionId);
  const isRuling = ({ kind }: GradeEvent) => kind === 'review' || kind === 'appeal';
  const person = lineOf(latest)?.person;
  if (!person) return latest && isRuling(latest) ? latest.byId : null;
  // The first event that carries this very ruling is the one that made it; later ones copy it.
  const made = history.find((event) => isRuling(event) && lineOf(event)?.person?.reason === person.reason);
  return made?.byId ?? null;
}

/** Whether anybody but the actor may rule for a learner of the cohort: an owner, an instructor or a reviewer. */
export async function hasOthersToRule(
  db: Db | Tx,
  actor: Actor,
  cohortId: CohortId,
  learnerId: LearnerId,
): Promise<boolean> {
  const nobody = [actor.learnerId, learnerId];
  const owner = await db
    .selectFrom('owners')
    .select('learnerId')
    .where('learnerId', 'not in', nobody)
    .executeTakeFirst();
  if (owner) return true;
  const staff = await db
    .selectFrom('enrolments')
    .select('learnerId')
    .where('cohortId', '=', cohortId)
    .where('role', 'in', ['instructor', 'reviewer'])
    .where('status', '=', 'active')
    .where('learnerId', 'not in', nobody)
    .executeTakeFirst();
  return staff !== undefined;
}
