import 'server-only';
import type { Course } from '@/schemas/course';
import type { Decision } from '@/schemas/decision';
import type { LearnerId } from '@/schemas/ids';
import { readOwnCourse } from '../attempts/own-course';
import type { Db, Tx } from '../db/open-database';
import { readDecisionRows } from '../decisions/decision-store';

/** Everything that the cards of one learner can be about: the course as they meet it, and decisions of their own. */
export interface OwnSources {
  readonly course: Course;
  readonly decisions: readonly Decision[];
}

export async function readOwnSources(db: Db | Tx, learnerId: LearnerId): Promise<OwnSources> {
  return { course: await readOwnCourse(db, learnerId), decisions: await readDecisionRows(db, learnerId) };
}
