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
  const card = queue.status === 'asking' ? `${queue.front.cardId}-${queue.front.version}` : '';
  // Another time zone has other days: the same card, or none, and different dates beside it.
  return `${queue.status}/${card}/${queue.timeZone}`;
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
