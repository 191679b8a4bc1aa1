'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import { classNames } from '@/components/ui/class-names';
import { InlineParagraphs } from '@/components/ui/inline-text';
import { LevelGlyph } from '@/components/ui/level-mark';
import type { Confidence } from '@/schemas/item';
import type { Question } from '@/schemas/question';
import type { AnsweredItem } from '@/schemas/reveal';
import type { Level } from '@/schemas/rubric';
import type { ListingLine } from './listing-line';
import styles from './quiz.module.css';
import { RevealBody } from './reveal-body';

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

const WORD: Readonly<Record<Level, string>> = { full: 'Right', half: 'Partly right', none: 'Not right' };

/** How the answer and the confidence go together; the mismatch is what is worth remembering. */
const REMARK: Readonly<Record<Confidence, Readonly<Record<Level, string>>>> = {
  sure: {
    full: 'You were sure, and rightly.',
    half: 'You were sure: see what was missing.',
    none: 'You were sure. This is the one to remember.',
  },
  'think-so': {
    full: 'You thought so, and it holds.',
    half: 'You thought so: see what was missing.',
    none: 'You had doubts, and there was reason.',
  },
  guess: {
    full: 'A guess that came off: read why before moving on.',
    half: 'A guess that came off in part.',
    none: 'You said it was a guess. Now you have the reason.',
  },
};

interface RevealPanelProps {
  readonly question: Question;
  readonly answer: AnsweredItem;
  readonly listing: readonly ListingLine[] | undefined;
  /** Focus the verdict: it has just taken the place of the buttons that were pressed. */
  readonly isFresh: boolean;
  readonly children?: ReactNode;
}

export function RevealPanel({ question, answer, listing, isFresh, children }: RevealPanelProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const level: Level = answer.isCorrect ? 'full' : answer.share > 0 ? 'half' : 'none';

  // The button that was pressed is gone; without this the focus would fall back to the top of the page.
  useEffect(() => {
    if (isFresh) heading.current?.focus();
  }, [isFresh]);

  return (
    <section className={styles.reveal} aria-label="The answer">
      <h2 ref={heading} tabIndex={-1} className={classNames(styles.verdict, styles[level])}>
        <LevelGlyph level={level} />
        {WORD[level]}
      </h2>
      <p className={styles.remark}>{REMARK[answer.confidence][level]}</p>
      <div className={styles.point}>
        <InlineParagraphs text={answer.reveal.rationale} />
      </div>
      <RevealBody question={question} response={answer.response} reveal={answer.reveal} listing={listing} />
      {answer.reveal.sources.length > 0 ? (
        <ul className={styles.sources} aria-label="Sources">
          {answer.reveal.sources.map((source) => (
            <li key={source.url}>
              <a href={source.url} rel="noreferrer">
                {source.title}
              </a>
              , read {DAY.format(new Date(`${source.checked}T00:00:00Z`))}
            </li>
          ))}
        </ul>
      ) : null}
      {children}
    </section>
  );
}
