'use client';

import { useState } from 'react';
import { callApi } from '@/components/session/call-api';
import type { KeyRow } from '@/components/session/page-keys';
import { ShortcutHelp } from '@/components/session/shortcut-help';
import { Notice } from '@/components/ui/notice';
import type { QuizView } from '@/schemas/reveal';
import { ChangedNote } from './changed-note';
import { FinishScreen } from './finish-screen';
import type { ListingLine } from './listing-line';
import { type Dot, ProgressDots } from './progress-dots';
import { QuestionScreen } from './question-screen';
import styles from './quiz.module.css';
import type { QuizFacts } from './quiz-facts';
import { StartScreen } from './start-screen';

interface QuizRunnerProps {
  readonly facts: QuizFacts;
  readonly initialView: QuizView | null;
  readonly listings: Readonly<Record<string, readonly ListingLine[]>>;
}

const firstOpen = (view: QuizView) => {
  const index = view.questions.findIndex((question) => !view.answered.some((answer) => answer.itemId === question.id));
  return index === -1 ? view.questions.length : index;
};

function dotsOf({ questions, answered }: QuizView): Dot[] {
  return questions.map(({ id }) => {
    const answer = answered.find((entry) => entry.itemId === id);
    return { id, state: answer ? (answer.isCorrect ? 'right' : 'not right') : 'open' };
  });
}

/** An attempt at missed items only; starting anew it is opened as such again. */
const isPartial = (view: QuizView, { itemCount }: QuizFacts) => view.number > 1 && view.questions.length < itemCount;

/** What listens to them stands with each item. */
const NO_SHORTCUTS = {};
const ROWS: readonly KeyRow[] = [
  [['A', '…', 'H'], 'pick an option'],
  [['1', '2', '3'], 'answer: sure, think so, guessing'],
  [['n'], 'the next item, once this one is answered'],
];

/** One attempt from start to standing. The server holds its state; this only remembers which item is on the screen. */
export function QuizRunner({ facts, initialView, listings }: QuizRunnerProps) {
  const [view, setView] = useState(initialView);
  const [place, setPlace] = useState(initialView ? firstOpen(initialView) : 0);
  const [isOpening, setIsOpening] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const question = view?.questions[place];

  async function open(items: 'all' | 'missed') {
    setIsOpening(true);
    const result = await callApi<{ view: QuizView }>('/api/quizzes', {
      method: 'POST',
      body: { lessonId: facts.lessonId, items },
    });
    setIsOpening(false);
    setProblem(result.ok ? null : result.message);
    if (!result.ok) return;
    setView(result.value.view);
    setPlace(firstOpen(result.value.view));
  }

  return (
    <div className={styles.runner}>
      {view?.isChanged ? <ChangedNote lessonId={facts.lessonId} isPartial={isPartial(view, facts)} /> : null}
      {view && question ? <ProgressDots dots={dotsOf(view)} index={place} /> : null}
      {view && question ? (
        <QuestionScreen
          key={`${view.attemptId}-${question.id}`}
          view={view}
          question={question}
          place={place}
          listing={listings[question.id]}
          onAnswered={setView}
          onNext={() => setPlace(place + 1)}
        />
      ) : view ? (
        <FinishScreen
          facts={facts}
          view={view}
          listings={listings}
          isFresh={view !== initialView}
          isBusy={isOpening}
          onOpen={(items) => void open(items)}
        />
      ) : (
        <StartScreen facts={facts} isBusy={isOpening} onOpen={() => void open('all')} />
      )}
      {problem ? (
        <Notice kind="problem" live="alert" title="The quiz could not be opened.">
          <p>{problem}</p>
        </Notice>
      ) : null}
      <div className={styles.help}>
        <ShortcutHelp shortcuts={NO_SHORTCUTS} rows={ROWS} />
      </div>
    </div>
  );
}
