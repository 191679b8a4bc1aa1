import type { Route } from 'next';
import Link from 'next/link';
import styles from './analysis.module.css';
import type { CohortChoice } from './cohort-field';

interface LeftOutNoteProps {
  readonly cohort: CohortChoice | null;
  /** The page to which the choice of the cohort is added. */
  readonly path: string;
}

/** Why a page over all cohorts may look emptier than the desk: the fictitious people are not counted there. */
export function LeftOutNote({ cohort, path }: LeftOutNoteProps) {
  if (!cohort) return null;
  return (
    <p className={styles.leftOut}>
      “{cohort.name}” is left out of these figures.{' '}
      <Link href={`${path}?cohort=${cohort.id}` as Route}>Show that cohort alone</Link>
    </p>
  );
}
