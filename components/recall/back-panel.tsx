'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import { RevealPanel } from '@/components/quiz/reveal-panel';
import { classNames } from '@/components/ui/class-names';
import { InlineParagraphs } from '@/components/ui/inline-text';
import { LevelGlyph } from '@/components/ui/level-mark';
import { LocalTime } from '@/components/ui/local-time';
import { Notice } from '@/components/ui/notice';
import type { RecallBack, RecallFront } from '@/schemas/recall';
import type { Level } from '@/schemas/rubric';
import { DecisionNoted } from './decision-noted';
import styles from './recall.module.css';

const WORD: Readonly<Record<Level, string>> = { full: 'You have it', half: 'Half of it', none: 'Not there yet' };

interface BackPanelProps {
  readonly front: RecallFront;
  readonly back: RecallBack;
  /** The button that goes on. */
  readonly children: ReactNode;
}

/** What came of an answer: an item as in its quiz, a text as on the result page. */
export function BackPanel({ front, back, children }: BackPanelProps) {
  const { shown } = back;
  const end = (
    <>
      <p className={styles.when}>
        This card comes back on <LocalTime at={back.dueAt} style="day" />.
      </p>
      {children}
    </>
  );
  return (
    <>
      {back.isEarlier ? (
        <Notice>
          <p>You had answered this card already, perhaps in another tab. This is what came of that answer.</p>
        </Notice>
      ) : null}
      {front.type === 'item' && shown.type === 'item' && shown.answered ? (
        <>
          <div className={styles.stem}>
            <InlineParagraphs text={front.question.stem} />
          </div>
          <RevealPanel question={front.question} answer={shown.answered} listing={undefined} isFresh>
            {end}
          </RevealPanel>
        </>
      ) : shown.type === 'decision' ? (
        <DecisionNoted front={front} shown={shown}>
          {children}
        </DecisionNoted>
      ) : shown.type === 'text' ? (
        <GradedText shown={shown}>{end}</GradedText>
      ) : (
        end
      )}
    </>
  );
}

interface GradedTextProps {
  readonly shown: Extract<RecallBack['shown'], { type: 'text' }>;
  readonly children: ReactNode;
}

function GradedText({ shown, children }: GradedTextProps) {
  const heading = useRef<HTMLHeadingElement>(null);

  // The button that was pressed is gone; without this the focus would fall back to the top of the page.
  useEffect(() => {
    heading.current?.focus();
  }, []);

  return (
    <section className={styles.graded} aria-label="What the grader found">
      <h2 ref={heading} tabIndex={-1} className={classNames(styles.verdict, styles[shown.level])}>
        <LevelGlyph level={shown.level} />
        {WORD[shown.level]}
      </h2>
      <p>{shown.feedback}</p>
      <p className={styles.small}>You wrote</p>
      <blockquote className={styles.quoted}>{shown.text}</blockquote>
      {shown.quotes.length > 0 ? (
        <>
          <p className={styles.small}>What earned it</p>
          <ul className={styles.quotes}>
            {shown.quotes.map((quote) => (
              <li key={quote}>“{quote}”</li>
            ))}
          </ul>
        </>
      ) : null}
      {shown.descriptor ? (
        <>
          <p className={styles.small}>What earns all points</p>
          <p>{shown.descriptor}</p>
        </>
      ) : null}
      {children}
    </section>
  );
}
