import type { CohortSummary } from '@/schemas/dashboard-view';
import type { CohortListEntry } from '../cohort/cohort-figures';

/** What is known of a cohort's people: their numbers, how far the counting is, or nothing that this reader may see. */
export type DeskFigures =
  | { readonly state: 'counted'; readonly summary: CohortSummary }
  | { readonly state: 'counting'; readonly read: number; readonly people: number }
  | { readonly state: 'none' };

/** A line of the desk. Null where that is not for this reader. */
export interface DeskCohort extends CohortListEntry {
  readonly isDemo: boolean;
  readonly waiting: number | null;
  readonly appeals: number | null;
  readonly figures: DeskFigures;
}

export interface DeskTask {
  readonly kind: 'appeals' | 'drafts' | 'people' | 'reports';
  readonly count: number;
  readonly href: string;
  /** Where most of it is; empty where it belongs to no cohort. */
  readonly where: string;
}

const atRisk = ({ figures }: DeskCohort) => (figures.state === 'counted' ? figures.summary.atRisk : 0);

const OF_COHORTS = [
  { kind: 'appeals', view: 'appeals', count: (cohort: DeskCohort) => cohort.appeals ?? 0 },
  { kind: 'drafts', view: 'reviews', count: (cohort: DeskCohort) => cohort.waiting ?? 0 },
  { kind: 'people', view: 'risk', count: atRisk },
] as const;

/** The demo is nobody's work: it counts only while nobody real learns. */
function counted(cohorts: readonly DeskCohort[]): readonly DeskCohort[] {
  const open = cohorts.filter(({ archivedAt }) => archivedAt === null);
  const real = open.filter(({ isDemo, learners }) => !isDemo && learners > 0);
  return real.length > 0 ? real : open;
}

/** What waits for the reader, the most pressing first: learners who dispute, drafts, people, reports. Nothing that is none. */
export function tasksOf(cohorts: readonly DeskCohort[], reports: number): readonly DeskTask[] {
  const tasks = OF_COHORTS.map(({ kind, view, count }): DeskTask => {
    const waiting = counted(cohorts).filter((cohort) => count(cohort) > 0);
    const [most] = waiting.toSorted((one, other) => count(other) - count(one));
    return {
      kind,
      count: waiting.reduce((sum, cohort) => sum + count(cohort), 0),
      href: `/instructor/cohorts/${most?.id}/${view}`,
      where: waiting.length > 1 ? `most in ${most?.name}` : `in ${most?.name}`,
    };
  });
  const said: DeskTask = { kind: 'reports', count: reports, href: '/instructor/reports', where: '' };
  return [...tasks, said].filter(({ count }) => count > 0);
}
