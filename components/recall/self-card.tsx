'use client';

import { useEffect, useRef, useState } from 'react';
import { useShortcuts } from '@/components/session/use-shortcuts';
import { Button } from '@/components/ui/button';
import { InlineText } from '@/components/ui/inline-text';
import { Kbd } from '@/components/ui/kbd';
import type { RecallAnswer, RecallFront, RecallRating } from '@/schemas/recall';
import { RATINGS } from './rating-words';
import styles from './recall.module.css';
import { useEnter } from './use-enter';

interface SelfCardProps {
  readonly front: Extract<RecallFront, { type: 'self' }>;
  readonly isBusy: boolean;
  readonly onAnswer: (answer: RecallAnswer) => void;
}

/** A question to oneself: recall, look, and say how it went. */
export function SelfCard({ front, isBusy, onAnswer }: SelfCardProps) {
  const [isShown, setIsShown] = useState(false);
  const show = () => setIsShown(true);
  useEnter(isShown ? null : show);
  useShortcuts(isShown ? {} : { n: show });
  return (
    <>
      <div className={styles.stem}>
        <p>{front.prompt}</p>
      </div>
      {front.quoted ? (
        <blockquote className={styles.quoted}>
          <InlineText text={front.quoted} />
        </blockquote>
      ) : null}
      {isShown ? (
        <ShownAnswer answers={front.answers} isBusy={isBusy} onRate={(rating) => onAnswer({ type: 'self', rating })} />
      ) : (
        <div className={styles.ask}>
          <p>Say it to yourself, or write it down, before you look.</p>
          <Button kind="primary" onClick={show}>
            Show the answer <Kbd>Enter</Kbd>
          </Button>
        </div>
      )}
    </>
  );
}

interface ShownAnswerProps {
  readonly answers: Extract<RecallFront, { type: 'self' }>['answers'];
  readonly isBusy: boolean;
  readonly onRate: (rating: RecallRating) => void;
}

function ShownAnswer({ answers, isBusy, onRate }: ShownAnswerProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useShortcuts(Object.fromEntries(RATINGS.map(({ id }, index) => [String(index + 1), () => onRate(id)])));

  // The button that was pressed is gone; reading goes on at the answer.
  useEffect(() => {
    heading.current?.focus();
  }, []);

  return (
    <section className={styles.answer} aria-label="The answer">
      <h2 ref={heading} tabIndex={-1}>
        The answer
      </h2>
      {answers.map(({ lead, text }) => (
        <div key={`${lead}${text}`}>
          {lead ? <h3>{lead}</h3> : null}
          <p>
            <InlineText text={text} />
          </p>
        </div>
      ))}
      <fieldset className={styles.ratings}>
        <legend>How much of it did you have?</legend>
        <div>
          {RATINGS.map(({ id, word }, index) => (
            <Button key={id} isBusy={isBusy} onClick={() => onRate(id)}>
              {word}
              <span className={styles.key} aria-hidden="true">
                <Kbd>{index + 1}</Kbd>
              </span>
            </Button>
          ))}
        </div>
      </fieldset>
    </section>
  );
}
