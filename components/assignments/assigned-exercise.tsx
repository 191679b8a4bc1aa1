import Link from 'next/link';
import { LocalTime } from '@/components/ui/local-time';
import { Tag } from '@/components/ui/tag';
import type { AssignedExercise } from '@/schemas/assignment';
import styles from './assignments.module.css';

function sayLeft(left: number): string {
  if (left === 0) return 'No hand-in is left; what you write is kept as a draft.';
  return left === 1 ? 'One hand-in left.' : `${left} hand-ins left.`;
}

/** On the page of an exercise: who asks for it, by when, and how often it may still be handed in. */
export function AssignedExerciseNote({ assigned }: { readonly assigned: readonly AssignedExercise[] }) {
  return assigned.map(({ title, dueAt, isOverdue, left }) => (
    <p key={`${title}-${dueAt}`} className={styles.assigned}>
      <Tag tone={isOverdue ? 'missing' : 'accent'}>{isOverdue ? 'Overdue' : 'Assigned'}</Tag>
      <span>
        <Link href="/assignments">{title}</Link>, due <LocalTime at={dueAt} />.{' '}
        {isOverdue ? 'A hand-in now is accepted and marked late. ' : ''}
        {left === null ? '' : sayLeft(left)}
      </span>
    </p>
  ));
}
