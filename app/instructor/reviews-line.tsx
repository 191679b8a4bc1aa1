import Link from 'next/link';
import { queuePath } from '@/components/reviews/queue-words';
import type { Actor } from '@/server/actor';
import { countWaiting } from '@/server/reviews/queue';
import styles from './instructor.module.css';

/** On the overview: how many drafts wait for a person, per cohort, with the way to the queue. */
export async function ReviewsLine({ actor }: { readonly actor: Actor }) {
  const cohorts = await countWaiting(actor);
  return (
    <ul className={styles.queues}>
      {cohorts.map(({ cohortId, cohortName, waiting }) => (
        <li key={cohortId}>
          <Link href={queuePath(cohortId)} prefetch={false}>
            {cohortName}
          </Link>
          : {waiting === 0 ? 'nothing waits' : waiting === 1 ? '1 draft waits' : `${waiting} drafts wait`} for a person
        </li>
      ))}
    </ul>
  );
}
