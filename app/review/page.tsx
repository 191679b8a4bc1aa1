import type { Metadata } from 'next';
import Link from 'next/link';
import { RecallRunner } from '@/components/recall/recall-runner';
import type { RecallQueue } from '@/schemas/recall';
import { currentActor } from '@/server/actor';
import { selectRecallQueue } from '@/server/recall/queue';
import styles from './review.module.css';

export const metadata: Metadata = { title: 'Review' };

/** What the page was rendered from: when that changes on the server, the runner begins anew. */
function stateOf(queue: RecallQueue): string {
  // Whoever is at a card keeps it, and what they have begun to answer, also when they turn out to be in another time zone.
  if (queue.status === 'asking') return `asking/${queue.front.cardId}-${queue.front.version}`;
  // Another zone has other days, so other dates stand there.
  return `${queue.status}/${queue.timeZone}`;
}

export default async function ReviewPage() {
  const queue = await selectRecallQueue(await currentActor());
  return (
    <div className={styles.page}>
      <p className={styles.eyebrow}>
        Review, five minutes a day · <Link href="/">All modules</Link>
      </p>
      <RecallRunner key={stateOf(queue)} initial={queue} />
    </div>
  );
}
