import 'server-only';
import { CohortIdSchema } from '@/schemas/ids';
import type { Tx } from '../db/open-database';

/** The cohort of fictitious people. Its name and theirs say so wherever they are shown; the id never changes. */
export const DEMO_COHORT = {
  id: CohortIdSchema.parse('demo-cohort'),
  name: 'Demo cohort (fictitious people)',
} as const;

/** A domain that can receive no mail and belong to nobody (RFC 2606). */
const DEMO_DOMAIN = 'demo.invalid';

/** "Mara Lindholm" → her demo address. */
export function demoEmail(name: string): string {
  return `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@${DEMO_DOMAIN}`;
}

/** Demo people have no password and may get none: what somebody did in their place would vanish with the demo. */
export function isDemoEmail(email: string | null): boolean {
  return email?.endsWith(`@${DEMO_DOMAIN}`) ?? false;
}

/** Whoever teaches anything teaches the demo cohort too; later instructors join it when they claim their place. */
export async function teachDemoCohort(tx: Tx, learnerIds: readonly string[], now: number): Promise<void> {
  const cohort = await tx.selectFrom('cohorts').select('id').where('id', '=', DEMO_COHORT.id).executeTakeFirst();
  if (!cohort) return;
  for (const learnerId of learnerIds)
    await tx
      .insertInto('enrolments')
      .values({ learnerId, cohortId: cohort.id, role: 'instructor', status: 'active', enrolledAt: now })
      .onConflict((conflict) => conflict.columns(['learnerId', 'cohortId', 'role']).doNothing())
      .execute();
}
