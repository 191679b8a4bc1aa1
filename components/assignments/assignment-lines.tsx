import Link from 'next/link';
import { STEP_WORD, stepPath } from '@/components/home/step-path';
import { LocalTime } from '@/components/ui/local-time';
import type { OwnAssignment } from '@/schemas/assignment';
import styles from './assignments.module.css';
import { StandingMark } from './standing-mark';

/** On the home page: one line for each assignment that is open, with its date and the exact next step. */
export function AssignmentLines({ assignments }: { readonly assignments: readonly OwnAssignment[] }) {
  const open = assignments.filter(({ standing }) => 'next' in standing && standing.status !== 'not-open');
  if (assignments.length === 0) return null;
  return (
    <section className={styles.home} aria-labelledby="assigned">
      <h2 id="assigned">Assigned to you</h2>
      <ul className={styles.lines}>
        {open.map(({ id, title, dueAt, standing }) => (
          <li key={id}>
            <StandingMark status={standing.status} />
            {'next' in standing && standing.next.type !== 'done' ? (
              <Link href={stepPath(standing.next)}>
                {title}: {STEP_WORD[standing.next.type].toLowerCase()} “{standing.next.title}”
              </Link>
            ) : (
              title
            )}
            <span>
              due <LocalTime at={dueAt} />
            </span>
          </li>
        ))}
        <li>
          <Link href="/assignments">
            {open.length === 0 ? 'Nothing is open. All your assignments' : 'All your assignments'}
          </Link>
        </li>
      </ul>
    </section>
  );
}
