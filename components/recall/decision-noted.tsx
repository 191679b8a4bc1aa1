'use client';

import Link from 'next/link';
import { type ReactNode, useEffect, useRef } from 'react';
import { decisionPath } from '@/components/paths';
import { sayDay } from '@/components/studio/days';
import { LOOK_WORDS } from '@/components/studio/decision-words';
import type { RecallBack, RecallFront } from '@/schemas/recall';
import styles from './recall.module.css';

interface DecisionNotedProps {
  readonly front: RecallFront;
  readonly shown: Extract<RecallBack['shown'], { type: 'decision' }>;
  /** The button that goes on. */
  readonly children: ReactNode;
}

/** What was noted in a decision, and when it is asked again. */
export function DecisionNoted({ front, shown: { answer, reviewOn }, children }: DecisionNotedProps) {
  const heading = useRef<HTMLHeadingElement>(null);

  // The button that was pressed is gone; without this the focus would fall back to the top of the page.
  useEffect(() => {
    heading.current?.focus();
  }, []);

  return (
    <section className={styles.graded} aria-label="What was noted">
      <h2 ref={heading} tabIndex={-1} className={styles.verdict}>
        Noted in your decision: {LOOK_WORDS[answer]}
      </h2>
      <p>{reviewOn ? `You are asked again on ${sayDay(reviewOn)}.` : 'You are not asked about it again.'}</p>
      {front.place?.type === 'decision' ? (
        <p>
          <Link href={decisionPath(front.place.id)}>
            {answer === 'still-right' ? 'Open the decision' : 'Open it and write down what has changed'}
          </Link>
        </p>
      ) : null}
      {children}
    </section>
  );
}
