import type { Metadata } from 'next';
import Link from 'next/link';
import { RetentionChart } from '@/components/recall/retention-chart';
import { Notice } from '@/components/ui/notice';
import { currentActor } from '@/server/actor';
import { type RecallProgress, selectRecallProgress } from '@/server/recall/select-retention';
import styles from '../review.module.css';

export const metadata: Metadata = { title: 'How much stays' };

export default async function ReviewProgressPage() {
  const progress = await selectRecallProgress(await currentActor());
  const { retention } = progress;
  return (
    <div className={styles.page}>
      <p className={styles.eyebrow}>
        <Link href="/review">Review</Link>
      </p>
      <h1>How much stays with you</h1>
      <p className={styles.lead}>
        Each card comes back when you should still have it nine times out of ten. Here is how often you did: of answers
        at least a day after the one before, the share that was recalled. Half of an answer, or a right guess, counts as
        recalled; only a miss does not.
      </p>
      {retention.type === 'measured' ? (
        <RetentionChart measured={retention} />
      ) : (
        <Notice title="It is too early to say.">
          <p>
            {retention.n === 0 ? 'There is no such answer yet' : `There are ${retention.n} such answers so far`}. Below{' '}
            {retention.needed} a share says more about chance than about memory, so none is shown.
          </p>
        </Notice>
      )}
      <p>{cardWords(progress)}</p>
    </div>
  );
}

function cardWords({ answers, cards }: RecallProgress): string {
  const retired = cards.retired > 0 ? `, and ${cards.retired} retired with what they asked` : '';
  return `${answers} ${answers === 1 ? 'answer' : 'answers'} in all. ${cards.active} ${cards.active === 1 ? 'card' : 'cards'}, ${cards.unanswered} of them not answered yet${retired}.`;
}
