import type { Route } from 'next';
import Link from 'next/link';
import styles from '@/components/dashboard/dashboard.module.css';

const VIEWS = [
  { view: 'overview', label: 'How far everybody is' },
  { view: 'risk', label: 'Who needs somebody' },
  { view: 'gaps', label: 'What they get wrong' },
] as const;

/** From one of the views about a whole cohort to the others. */
export function CohortLinks({ cohortId, here }: { readonly cohortId: string; readonly here: string }) {
  return (
    <nav aria-label="Views of the cohort">
      <ul className={styles.links}>
        {VIEWS.map(({ view, label }) => (
          <li key={view}>
            <Link
              href={`/instructor/cohorts/${cohortId}/${view}` as Route}
              prefetch={false}
              aria-current={view === here ? 'page' : undefined}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
