import 'server-only';
import type { ScenarioId } from '@/schemas/ids';
import { type HandIn, HandInSchema } from '@/schemas/scenario';
import type { Actor } from '../actor';
import { database } from '../db/database';
import { fromJson } from '../db/json';

/**
 * What other learners of one's cohorts picked in their latest hand-in at a scenario, each person once, without a word
 * of who. The self-paced course is a cohort like any other. Server only: it is shown as counts, by countPicks.
 */
export async function selectOthersPicks(actor: Actor, scenarioId: ScenarioId): Promise<HandIn['choices'][]> {
  const cohorts = database()
    .selectFrom('enrolments')
    .select('cohortId')
    .where('learnerId', '=', actor.learnerId)
    .where('role', '=', 'learner')
    .where('status', '=', 'active');
  const people = database()
    .selectFrom('enrolments')
    .select('learnerId')
    .where('cohortId', 'in', cohorts)
    .where('role', '=', 'learner')
    .where('status', '=', 'active');
  const rows = await database()
    .selectFrom('learner_exercises')
    .innerJoin('submissions', 'submissions.id', 'learner_exercises.latestSubmissionId')
    .select('submissions.handIn')
    .where('learner_exercises.scenarioId', '=', scenarioId)
    .where('learner_exercises.learnerId', 'in', people)
    .where('learner_exercises.learnerId', '!=', actor.learnerId)
    .execute();
  return rows.map(({ handIn }) => fromJson(handIn, HandInSchema).choices);
}
