'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ProgressDots } from '@/components/quiz/progress-dots';
import styles from '@/components/quiz/quiz.module.css';
import { callApi } from '@/components/session/call-api';
import { ShortcutHelp } from '@/components/session/shortcut-help';
import { Notice } from '@/components/ui/notice';
import type { PlacementView } from '@/schemas/placement';
import type { PlacementFacts } from './placement-facts';
import { PlacementOutcome } from './placement-outcome';
import { PlacementScreen } from './placement-screen';
import { PlacementStart } from './placement-start';

interface PlacementRunnerProps {
  readonly facts: PlacementFacts;
  readonly initialView: PlacementView | null;
}

/** From the first item to the suggestion. The server holds its state; this shows the first item that is still open. */
export function PlacementRunner({ facts, initialView }: PlacementRunnerProps) {
  const [view, setView] = useState(initialView);
  const [isOpening, setIsOpening] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const router = useRouter();
  const place = view?.questions.findIndex(({ id }) => !view.answeredIds.includes(id)) ?? -1;
  const question = view?.questions[place];

  async function open() {
    setIsOpening(true);
    const result = await callApi<{ view: PlacementView }>('/api/placements', { method: 'POST', body: {} });
    setIsOpening(false);
    setProblem(result.ok ? null : result.message);
    if (result.ok) setView(result.value.view);
  }

  function answered(next: PlacementView) {
    setView(next);
    // The home page, fetched in advance, does not know the result yet.
    if (next.result) router.refresh();
  }

  return (
    <div className={styles.runner}>
      {view && question ? (
        <>
          <ProgressDots
            dots={view.questions.map(({ id }) => ({ id, state: view.answeredIds.includes(id) ? 'answered' : 'open' }))}
            index={place}
          />
          <PlacementScreen
            key={`${view.placementId}-${question.id}`}
            view={view}
            question={question}
            place={place}
            isFresh={view !== initialView}
            onAnswered={answered}
          />
          <div className={styles.help}>
            <ShortcutHelp
              shortcuts={{}}
              rows={[
                [['A', '…', 'F'], 'pick an option'],
                [['1', '2', '3'], 'answer: sure, think so, guessing'],
                [['0'], 'I don’t know'],
                [['?'], 'this list'],
              ]}
            />
          </div>
        </>
      ) : view?.result ? (
        <PlacementOutcome
          result={view.result}
          isFresh={view !== initialView}
          isBusy={isOpening}
          onRepeat={() => void open()}
        />
      ) : (
        <PlacementStart facts={facts} isBusy={isOpening} onOpen={() => void open()} />
      )}
      {problem ? (
        <Notice kind="problem" live="alert" title="The placement could not be opened.">
          <p>{problem}</p>
        </Notice>
      ) : null}
    </div>
  );
}
