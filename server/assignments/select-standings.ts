import 'server-only';
import { assignmentStanding, isLate } from '@/grader/assignments/standing';
import type { AssignmentStanding, Extension, LearnerStanding } from '@/schemas/assignment';
import { LearnerStandingSchema } from '@/schemas/assignment';
import type { Db } from '../db/open-database';
import { type AssignmentInCourse, rulesFor } from './asked';
import { dueFor, selectExtensions } from './extensions';
import { type Eyes, selectWorkFacts } from './work-facts';

/** One person against one assignment, with their own date. */
export interface PersonStanding {
  readonly learnerId: string;
  readonly assignmentId: string;
  readonly dueAt: number;
  readonly extension: Omit<Extension, 'learnerId'> | null;
  readonly standing: AssignmentStanding;
  readonly handIns: number;
  readonly lateHandIns: number;
}

/**
 * Everybody named against every assignment given, in five queries. It does not ask who is calling: callers have, and
 * bring at most a few hundred people at a time.
 */
export async function computeStandings(
  db: Db,
  all: readonly AssignmentInCourse[],
  learnerIds: readonly string[],
  eyes: Eyes,
  now: number,
): Promise<PersonStanding[]> {
  const facts = await selectWorkFacts(db, learnerIds, all, eyes);
  const extensions = await selectExtensions(
    db,
    all.map(({ assignment }) => assignment.id),
    learnerIds,
  );
  return learnerIds.flatMap((learnerId) =>
    all.map((one) => {
      const { id, opensAt } = one.assignment;
      const found = extensions.get(`${id}:${learnerId}`);
      const dueAt = dueFor(one.assignment, found);
      const work = facts.get(learnerId) ?? { reads: [], answers: [], handIns: [], drafts: [] };
      const own = work.handIns.filter(({ scenarioId, at }) => one.exerciseIds.includes(scenarioId) && at >= opensAt);
      return {
        learnerId,
        assignmentId: id,
        dueAt,
        extension: found ? { dueAt: found.dueAt, reason: found.reason, grantedAt: found.grantedAt } : null,
        standing: assignmentStanding(one.parts, rulesFor(one, dueAt), work, now),
        handIns: own.length,
        lateHandIns: own.filter(({ at }) => isLate(at, dueAt)).length,
      };
    }),
  );
}

/** For the instructor's page. */
export function toLearnerStanding(
  person: { readonly id: string; readonly name: string; readonly isGuest: boolean },
  { assignmentId: _, learnerId, ...rest }: PersonStanding,
): LearnerStanding {
  return LearnerStandingSchema.parse({ learnerId, name: person.name, isGuest: person.isGuest, ...rest });
}
