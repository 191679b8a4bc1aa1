'use client';

import { useEffect, useRef } from 'react';
import { ItemAppeal } from '@/components/appeals/item-appeal';
import { Button } from '@/components/ui/button';
import { InlineText } from '@/components/ui/inline-text';
import { LevelMark } from '@/components/ui/level-mark';
import { LinkButton } from '@/components/ui/link-button';
import type { QuizView } from '@/schemas/reveal';
import type { ListingLine } from './listing-line';
import styles from './quiz.module.css';
import type { QuizFacts } from './quiz-facts';
import { RevealPanel } from './reveal-panel';
import { StandingBar } from './standing-bar';

interface FinishScreenProps {
  readonly facts: QuizFacts;
  readonly view: QuizView;
  readonly listings: Readonly<Record<string, readonly ListingLine[]>>;
  readonly isBusy: boolean;
  /** The attempt has just ended here; on a later visit the focus stays where it is. */
  readonly isFresh: boolean;
  readonly onOpen: (items: 'all' | 'missed') => void;
}

/** Where one stands against mastery, what to do next, and every item of the attempt to look at again. */
export function FinishScreen({ facts, view, listings, isBusy, isFresh, onOpen }: FinishScreenProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { right, total, isMastered } = view.standing;
  const missed = total - right;

  // The last item has given way to this screen: reading starts at its heading.
  useEffect(() => {
    if (isFresh) heading.current?.focus();
  }, [isFresh]);

  return (
    <section className={styles.screen}>
      <h1 ref={heading} tabIndex={-1} className={styles.title}>
        {isMastered ? 'Mastered' : `${right} of ${total} right so far`}
      </h1>
      <StandingBar standing={view.standing} />
      <p>{sayNext(view.standing)}</p>
      <div className={styles.actions}>
        {isMastered ? (
          <LinkButton href={facts.next.href} kind="primary">
            {facts.next.label}
          </LinkButton>
        ) : null}
        {missed > 0 ? (
          <Button kind={isMastered ? 'secondary' : 'primary'} isBusy={isBusy} onClick={() => onOpen('missed')}>
            {missed === 1 ? 'Retry the missed one' : `Retry the ${missed} missed`}
          </Button>
        ) : null}
        {missed < total ? (
          <Button kind="quiet" isBusy={isBusy} onClick={() => onOpen('all')}>
            Take all {total} again
          </Button>
        ) : null}
        <LinkButton href={`/lessons/${facts.lessonId}`} kind="quiet">
          Back to the lesson
        </LinkButton>
      </div>
      <Answers view={view} listings={listings} />
    </section>
  );
}

function sayNext({ right, total, masteryScore, isMastered }: QuizView['standing']): string {
  if (isMastered && right === total) return 'Every item of this quiz is right in your latest answers.';
  if (isMastered) return `${right} of ${total} right in your latest answers. Retrying the rest is optional.`;
  const needed = Math.ceil(masteryScore * total - 1e-9);
  return `Mastery is ${needed} of ${total}, counted by your latest answer to each item. The explanations are below; then retry what is missing.`;
}

function Answers({ view, listings }: Pick<FinishScreenProps, 'view' | 'listings'>) {
  return (
    <section className={styles.answers} aria-labelledby="answers">
      <h2 id="answers">This attempt</h2>
      {view.questions.map((question, index) => {
        const answer = view.answered.find((entry) => entry.itemId === question.id);
        if (!answer) return null;
        return (
          <details key={question.id} className={styles.answerItem}>
            <summary>
              <LevelMark level={answer.isCorrect ? 'full' : answer.share > 0 ? 'half' : 'none'} isWordHidden />
              <span>
                {index + 1}. <InlineText text={question.stem.split('\n\n').at(-1) ?? question.stem} />
              </span>
            </summary>
            <RevealPanel question={question} answer={answer} listing={listings[question.id]} isFresh={false}>
              {answer.isCorrect ? null : <ItemAppeal attemptId={view.attemptId} question={question} />}
            </RevealPanel>
          </details>
        );
      })}
    </section>
  );
}
