'use client';

import Link from 'next/link';
import { useEffect, useRef } from 'react';
import { decisionPath, exercisePath, lessonPath, type PagePath } from '@/components/paths';
import { Notice } from '@/components/ui/notice';
import type { RecallFront, RecallPlace } from '@/schemas/recall';
import styles from './recall.module.css';

const KINDS: Readonly<Record<'misconception' | 'case' | 'claim', string>> = {
  misconception: 'A belief found in one of your records',
  case: 'The conditions of a case',
  claim: 'The limits of a claim you read about',
};

function kindOf(front: RecallFront): string {
  if (front.type === 'item') return 'An item you missed or guessed';
  if (front.type === 'decision') return 'A decision of your own, on the day that you chose';
  return front.type === 'text' ? 'A point that your last record missed' : KINDS[front.about];
}

const placePath: Readonly<Record<RecallPlace['type'], (id: string) => PagePath>> = {
  lesson: lessonPath,
  exercise: exercisePath,
  decision: decisionPath,
};

interface CardHeadProps {
  readonly front: RecallFront;
  readonly place: number;
  readonly total: number;
  /** This card has followed another one on this page: reading starts at its heading. */
  readonly isFresh: boolean;
}

export function CardHead({ front, place, total, isFresh }: CardHeadProps) {
  const heading = useRef<HTMLHeadingElement>(null);

  // The card before is gone with the button that was pressed; without this the focus would fall to the top of the page.
  useEffect(() => {
    if (isFresh) heading.current?.focus();
  }, [isFresh]);

  return (
    <header className={styles.head}>
      <h1 ref={heading} tabIndex={-1} className={styles.count}>
        Card {place} of {total} today
      </h1>
      <p className={styles.kind}>
        {kindOf(front)}
        {front.place ? (
          <>
            {' · '}
            <Link href={placePath[front.place.type](front.place.id)}>{front.place.title}</Link>
          </>
        ) : null}
      </p>
      {front.isChanged ? (
        <Notice>
          <p>This card was edited since you last answered it, so it is asked again now, as it stands today.</p>
        </Notice>
      ) : null}
    </header>
  );
}
