import type { ReactNode } from 'react';
import { currentActor } from '@/server/actor';
import { selectVisibleCohort } from '@/server/cohorts/cohorts';
import { CohortNav } from '../../desk-nav';

interface CohortLayoutProps {
  readonly params: Promise<{ readonly cohortId: string }>;
  readonly children: ReactNode;
}

/** Says which cohort this is; each page decides for itself who may read it. */
export default async function CohortLayout({ params, children }: CohortLayoutProps) {
  const [actor, { cohortId }] = await Promise.all([currentActor(), params]);
  const cohort = actor && (await selectVisibleCohort(actor, cohortId));
  return (
    <>
      {actor && cohort ? <CohortNav actor={actor} cohort={cohort} /> : null}
      {children}
    </>
  );
}
