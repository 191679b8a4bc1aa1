import { sayCount } from '@/components/ui/say-count';
import styles from './cohort.module.css';

export interface CohortListEntry {
  readonly id: string;
  readonly name: string;
  readonly archivedAt: number | null;
  readonly learners: number;
  readonly instructors: number;
  readonly reviewers: number;
  readonly leads: number;
  readonly openInvites: number;
}

const say = (count: number, one: string, many = `${one}s`) => `${sayCount(count)} ${count === 1 ? one : many}`;

/** What is in a cohort, in one line; roles that nobody has are left out. */
export function CohortFigures({ cohort }: { readonly cohort: CohortListEntry }) {
  const { learners, instructors, reviewers, leads, openInvites } = cohort;
  return (
    <p className={styles.figures}>
      <span>{say(learners, 'learner')}</span>
      {instructors > 0 ? <span>{say(instructors, 'instructor')}</span> : null}
      {reviewers > 0 ? <span>{say(reviewers, 'reviewer')}</span> : null}
      {leads > 0 ? <span>{say(leads, 'lead')}</span> : null}
      {openInvites > 0 ? <span>{say(openInvites, 'open invitation')}</span> : null}
    </p>
  );
}
