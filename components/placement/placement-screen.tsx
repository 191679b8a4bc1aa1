'use client';

import { useEffect, useId, useRef, useState } from 'react';
import { ConfidenceBar } from '@/components/quiz/confidence-bar';
import { QuestionControls } from '@/components/quiz/question-controls';
import { HOW_TO_ANSWER, WHAT_IS_MISSING } from '@/components/quiz/question-input';
import styles from '@/components/quiz/quiz.module.css';
import { useUnsent } from '@/components/quiz/use-unsent';
import { callApi } from '@/components/session/call-api';
import { useShortcuts } from '@/components/session/use-shortcuts';
import { Button } from '@/components/ui/button';
import { InlineParagraphs } from '@/components/ui/inline-text';
import { Kbd } from '@/components/ui/kbd';
import { Notice } from '@/components/ui/notice';
import type { Confidence, Response } from '@/schemas/item';
import type { PlacementView } from '@/schemas/placement';
import type { Question } from '@/schemas/question';

interface PlacementScreenProps {
  readonly view: PlacementView;
  readonly question: Question;
  readonly place: number;
  /** This item has followed another one, or the start, on this page. */
  readonly isFresh: boolean;
  readonly onAnswered: (view: PlacementView) => void;
}

type Given = { readonly response: Response; readonly confidence: Confidence } | null;

/** One item: answer with a confidence, or say that you don't know; either way the next one follows without a word. */
export function PlacementScreen({ view, question, place, isFresh, onAnswered }: PlacementScreenProps) {
  const { response, change, forget } = useUnsent(view.placementId, question.id, null);
  const [busyWith, setBusyWith] = useState<Confidence | 'unknown' | null>(null);
  const [problem, setProblem] = useState<{ readonly message: string; readonly isElsewhere: boolean } | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const stemId = useId();
  useShortcuts({ '0': () => void send('unknown', null) });

  // A new item has replaced what was there: reading starts at its heading. After a reload the focus stays alone.
  useEffect(() => {
    if (isFresh) heading.current?.focus();
  }, [isFresh]);

  async function send(what: Confidence | 'unknown', given: Given) {
    if (busyWith !== null) return;
    setBusyWith(what);
    const result = await callApi<{ view: PlacementView }>(`/api/placements/${view.placementId}/answers`, {
      method: 'POST',
      body: { itemId: question.id, given },
    });
    setBusyWith(null);
    setProblem(result.ok ? null : { message: result.message, isElsewhere: result.code === 'already-answered' });
    if (!result.ok) return;
    forget();
    onAnswered(result.value.view);
  }

  function answer(confidence: Confidence) {
    if (response) void send(confidence, { response, confidence });
    else setProblem({ message: `${WHAT_IS_MISSING[question.type]} Or say that you don’t know.`, isElsewhere: false });
  }

  return (
    <>
      <h1 ref={heading} tabIndex={-1} className={styles.count}>
        Item {place + 1} of {view.questions.length}
        <span className={styles.how}>{HOW_TO_ANSWER[question.type]}</span>
      </h1>
      <div id={stemId} className={styles.stem}>
        <InlineParagraphs text={question.stem} />
      </div>
      <div className={styles.work}>
        <QuestionControls
          question={question}
          response={response}
          onChange={change}
          labelledBy={stemId}
          listing={undefined}
        />
        {problem ? <ScreenProblem {...problem} /> : null}
        <ConfidenceBar busyWith={busyWith === 'unknown' ? null : busyWith} onAnswer={answer} />
        <Button
          kind="quiet"
          className={styles.unknown}
          isBusy={busyWith !== null}
          onClick={() => void send('unknown', null)}
        >
          {busyWith === 'unknown' ? 'Sending…' : 'I don’t know'}
          <span className={styles.confidenceKey} aria-hidden="true">
            <Kbd>0</Kbd>
          </span>
        </Button>
      </div>
    </>
  );
}

function ScreenProblem({ message, isElsewhere }: { readonly message: string; readonly isElsewhere: boolean }) {
  const reload = (
    <Button size="small" onClick={() => window.location.reload()}>
      Load the page
    </Button>
  );
  return (
    <Notice kind="caution" live="alert" actions={isElsewhere ? reload : null}>
      <p>{message}</p>
    </Notice>
  );
}
