import type { Route } from 'next';
import Link from 'next/link';
import type { TaughtCohort } from '@/server/dashboard/taught-cohorts';
import styles from './instructor.module.css';

/** The cohorts of an instructor, each leading to its overview. */
export function TaughtCohorts({ cohorts }: { readonly cohorts: readonly TaughtCohort[] }) {
  return (
    <ul>
      {cohorts.map(({ id, name, learners, isDemo }) => (
        <li key={id}>
          <Link href={`/instructor/cohorts/${id}/overview` as Route}>{name}</Link>{' '}
          <span className={styles.note}>
            {learners === 1 ? '1 person' : `${learners} people`}
            {isDemo
              ? '. Nobody here is real: these people and their work are made up, and graded by the real grader. Starting the server with --remove-demo takes them away.'
              : null}
          </span>
        </li>
      ))}
    </ul>
  );
}
