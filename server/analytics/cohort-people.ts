import 'server-only';
import { LearnerIdSchema } from '@/schemas/ids';
import type { Db } from '../db/open-database';
import { letOthers } from '../let-others';

/** Learners are read in parts of this size: between two of them the thread answers others, so a part is what those wait for. */
export const PART = 100;

export interface CohortPerson {
  readonly learnerId: ReturnType<typeof LearnerIdSchema.parse>;
  readonly name: string;
  readonly email: string | null;
  readonly isGuest: boolean;
  readonly joinedAt: number;
  readonly lastActiveAt: number;
  /** Rises with everything that is written about them. */
  readonly writes: number;
}

/** How many active learners a cohort has. */
export async function countLearners(db: Db, cohortId: string): Promise<number> {
  const { count } = await db
    .selectFrom('enrolments')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('cohortId', '=', cohortId)
    .where('role', '=', 'learner')
    .where('status', '=', 'active')
    .executeTakeFirstOrThrow();
  return count;
}

/** The active learners of a cohort, in parts, in the order of their ids. */
export async function* cohortParts(db: Db, cohortId: string): AsyncGenerator<CohortPerson[]> {
  for (let after = ''; ; ) {
    const rows = await db
      .selectFrom('enrolments')
      .innerJoin('learners', 'learners.id', 'enrolments.learnerId')
      .innerJoin('user', 'user.id', 'enrolments.learnerId')
      .select(['learnerId', 'name', 'email', 'isAnonymous', 'enrolledAt', 'lastActiveAt', 'writes'])
      .where('cohortId', '=', cohortId)
      .where('role', '=', 'learner')
      .where('enrolments.status', '=', 'active')
      .where('learnerId', '>', after)
      .orderBy('learnerId')
      .limit(PART)
      .execute();
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map(({ learnerId, name, email, isAnonymous, enrolledAt, lastActiveAt, writes }) => {
      const isGuest = Boolean(isAnonymous);
      const id = LearnerIdSchema.parse(learnerId);
      return {
        learnerId: id,
        name,
        email: isGuest ? null : email,
        isGuest,
        joinedAt: enrolledAt,
        lastActiveAt,
        writes,
      };
    });
    if (rows.length < PART) return;
    after = last.learnerId;
    // Lets the thread answer what came meanwhile; libsql frees its handles only when the loop turns.
    await letOthers();
  }
}
