'use client';

import Link from 'next/link';
import { useEffect, useRef } from 'react';
import { lessonPath } from '@/components/paths';
import quiz from '@/components/quiz/quiz.module.css';
import { Button } from '@/components/ui/button';
import { LevelGlyph } from '@/components/ui/level-mark';
import { LinkButton } from '@/components/ui/link-button';
import type { PlacementResult, PlacementStanding, PlacementVerdict } from '@/schemas/placement';
import styles from './placement.module.css';
import { moduleNumber, sayModules } from './say-modules';

interface PlacementOutcomeProps {
  readonly result: PlacementResult;
  /** It has just ended here; on a later visit the focus stays where it is. */
  readonly isFresh: boolean;
  readonly isBusy: boolean;
  readonly onRepeat: () => void;
}

const LEVEL = { solid: 'full', shaky: 'half', 'not-yet': 'none' } as const;
const WORD: Readonly<Record<PlacementStanding, string>> = { solid: 'solid', shaky: 'shaky', 'not-yet': 'not yet' };

/** Where to start and why, then every module with what its one item showed. No key, no reason: the quizzes ask again. */
export function PlacementOutcome({ result, isFresh, isBusy, onRepeat }: PlacementOutcomeProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { start, skim, verdicts } = result;

  // The last item has given way to this: reading starts at its heading.
  useEffect(() => {
    if (isFresh) heading.current?.focus();
  }, [isFresh]);

  return (
    <section className={quiz.screen}>
      <h1 ref={heading} tabIndex={-1} className={quiz.title}>
        {start ? `Start at module ${moduleNumber(start.moduleId)}: ${start.title}` : 'No module stands out'}
      </h1>
      <p className={quiz.lead}>{sayWhy(result)}</p>
      <p>
        This rests on one item a module, so take it as a hint. Nothing is locked, and nothing here counts for a quiz. If{' '}
        {start && skim.length > 0 ? 'a skimmed module looks new to you, read it' : 'you disagree, start where you like'}
        .
      </p>
      <div className={quiz.actions}>
        <LinkButton href={start ? lessonPath(start.lessonId) : '/'} kind="primary">
          {start ? `Read “${start.lessonTitle}”` : 'To all modules'}
        </LinkButton>
        <LinkButton href="/paths" kind="quiet">
          Compare paths
        </LinkButton>
        <Button kind="quiet" isBusy={isBusy} onClick={onRepeat}>
          {isBusy ? 'Opening…' : 'Take it again'}
        </Button>
      </div>
      <section className={styles.modules} aria-labelledby="by-module">
        <h2 id="by-module">Module by module</h2>
        <ol>
          {verdicts.map((verdict) => (
            <VerdictRow key={verdict.moduleId} verdict={verdict} />
          ))}
        </ol>
        <p className={styles.legend}>
          Solid: right, and not guessed. Shaky: right by a guess, or half right. Not yet: anything else. Which answer is
          right, you will see in the quiz of the module. <Link href="/">All modules</Link> are open at any time.
        </p>
      </section>
    </section>
  );
}

function sayWhy({ start, skim }: PlacementResult): string {
  if (!start) return 'Every item was right, and you did not guess. Skim the lessons and go to the exercises.';
  const reason = 'Its item is the first, in order, that was not right, or right only by a guess.';
  if (skim.length === 0) return reason;
  const items = skim.length === 1 ? 'its item was' : 'their items were';
  return `${reason} You can skim ${sayModules(skim)}, because ${items} right and you were not guessing.`;
}

const SAID: Readonly<Record<PlacementVerdict['answer'], string>> = {
  right: 'right',
  'not-right': 'not right',
  unknown: '“I don’t know”',
};

function VerdictRow({ verdict }: { readonly verdict: PlacementVerdict }) {
  const { moduleId, title, answer, standing } = verdict;
  return (
    <li>
      <span className={styles.number}>{moduleNumber(moduleId)}</span>
      <span className={styles.name}>{title}</span>
      <span className={styles.answer}>{SAID[answer]}</span>
      <span className={styles.standing} data-standing={standing}>
        <LevelGlyph level={LEVEL[standing]} />
        {WORD[standing]}
      </span>
    </li>
  );
}
