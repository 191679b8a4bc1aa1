'use client';

import Link from 'next/link';
import { useEffect, useRef } from 'react';
import { Empty } from '@/components/ui/empty';
import { LocalTime } from '@/components/ui/local-time';
import type { RecallQueue } from '@/schemas/recall';
import styles from './recall.module.css';

type Resting = Exclude<RecallQueue, { status: 'asking' }>;

const cards = (count: number) => `${count} ${count === 1 ? 'card' : 'cards'}`;

function titleOf(queue: Resting): string {
  if (queue.status === 'empty') return 'Nothing to review yet';
  if (queue.status === 'paused') return 'Your reviews are paused';
  return queue.doneToday > 0 ? 'Done for today' : 'Nothing is due today';
}

/** The page without a card: nothing yet, done for today, or paused. */
export function RestScreen({ queue, isFresh }: { readonly queue: Resting; readonly isFresh: boolean }) {
  const heading = useRef<HTMLHeadingElement>(null);

  // The last card is gone with the button that was pressed; reading goes on here.
  useEffect(() => {
    if (isFresh) heading.current?.focus();
  }, [isFresh]);

  return (
    <section className={styles.rest}>
      <h1 ref={heading} tabIndex={-1}>
        {titleOf(queue)}
      </h1>
      <RestWords queue={queue} />
    </section>
  );
}

function RestWords({ queue }: { readonly queue: Resting }) {
  switch (queue.status) {
    case 'empty':
      return (
        <Empty>
          <p>
            Cards make themselves: of quiz items that you miss or guess, of points that a graded record misses, of
            beliefs that it shows, and of the limits of claims in lessons that you have read. Then they come back here,
            at growing distances, five minutes a day. A decision of your own in the studio comes on the day that you
            gave it.
          </p>
          <p>
            <Link href="/">Go on with the course</Link>
          </p>
        </Empty>
      );
    case 'paused':
      return (
        <p>
          Since <LocalTime at={queue.pausedAt} style="day" /> nothing falls due. When you go on, every date moves by the
          length of the pause, so there is no heap to come back to.
        </p>
      );
    case 'resting':
      return (
        <>
          {queue.doneToday > 0 ? <p>You answered {cards(queue.doneToday)} today.</p> : null}
          <NextWords queue={queue} />
        </>
      );
    default:
      return queue satisfies never;
  }
}

function NextWords({ queue }: { readonly queue: Extract<Resting, { status: 'resting' }> }) {
  if (queue.next?.type === 'on')
    return (
      <p>
        The next one comes on <LocalTime at={queue.next.at} style="day" />.
      </p>
    );
  if (queue.waiting === 0) return <p>New cards come with what you miss.</p>;
  return (
    <p>
      {cards(queue.waiting)} more {queue.waiting === 1 ? 'waits' : 'wait'} for the next days, the longest overdue first.
      That is the plan, and nothing to catch up with: a day has twelve cards at most, six of them new.
    </p>
  );
}
