'use client';

import { useEffect, useId, useRef, useState } from 'react';
import { ItemAppeal } from '@/components/appeals/item-appeal';
import { ReportButton } from '@/components/report/report-button';
import { type ApiResult, callApi } from '@/components/session/call-api';
import { useShortcuts } from '@/components/session/use-shortcuts';
import { Button } from '@/components/ui/button';
import { InlineParagraphs } from '@/components/ui/inline-text';
import { Notice } from '@/components/ui/notice';
import type { Confidence, Response } from '@/schemas/item';
import type { Question } from '@/schemas/question';
import type { QuizView } from '@/schemas/reveal';
import { ConfidenceBar } from './confidence-bar';
import type { ListingLine } from './listing-line';
import { QuestionControls } from './question-controls';
import { HOW_TO_ANSWER, WHAT_IS_MISSING } from './question-input';
import styles from './quiz.module.css';
import { RevealPanel } from './reveal-panel';
import { useUnsent } from './use-unsent';

interface QuestionScreenProps {
  readonly view: QuizView;
  readonly question: Question;
  readonly place: number;
  readonly listing: readonly ListingLine[] | undefined;
  readonly onAnswered: (view: QuizView) => void;
  readonly onNext: () => void;
}

/** Entries as shown are an answer already: an order may be right as it stands. */
const startingResponse = (question: Question): Response | null =>
  question.type === 'ordering' ? { type: 'ordering', order: question.entries.map((entry) => entry.id) } : null;

export function QuestionScreen({ view, question, place, listing, onAnswered, onNext }: QuestionScreenProps) {
  const { response, change, forget } = useUnsent(view.attemptId, question.id, startingResponse(question));
  const [busyWith, setBusyWith] = useState<Confidence | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const stemId = useId();
  const answer = view.answered.find((entry) => entry.itemId === question.id);
  const isLast = place === view.questions.length - 1;

  useShortcuts(answer ? { n: onNext } : {});

  // A new item has replaced the old one: reading starts at its heading. The first item of a page leaves the focus alone.
  useEffect(() => {
    if (place > 0) heading.current?.focus();
  }, [place]);

  async function send(confidence: Confidence) {
    if (busyWith !== null) return;
    if (!response) {
      setProblem({ message: WHAT_IS_MISSING[question.type], isAnsweredElsewhere: false });
      return;
    }
    setBusyWith(confidence);
    const body = { itemId: question.id, response, confidence };
    const result = await callApi<{ view: QuizView }>(`/api/attempts/${view.attemptId}/responses`, {
      method: 'POST',
      body,
    });
    setBusyWith(null);
    setProblem(toProblem(result));
    if (!result.ok) return;
    forget();
    onAnswered(result.value.view);
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
      {answer ? (
        <RevealPanel question={question} answer={answer} listing={listing} isFresh>
          <Button kind="primary" className={styles.next} onClick={onNext}>
            {isLast ? 'See where you stand' : 'Next item'}
          </Button>
        </RevealPanel>
      ) : (
        <div className={styles.work}>
          <QuestionControls
            question={question}
            response={response}
            onChange={change}
            labelledBy={stemId}
            listing={listing}
          />
          {problem ? <ProblemNotice problem={problem} /> : null}
          <ConfidenceBar busyWith={busyWith} onAnswer={(confidence) => void send(confidence)} />
        </div>
      )}
      {answer && !answer.isCorrect ? <ItemAppeal attemptId={view.attemptId} question={question} /> : null}
      <ReportButton
        about={{ kind: 'item', lessonId: view.lessonId, itemId: question.id }}
        what={`item ${place + 1} of this quiz`}
      />
    </>
  );
}

interface Problem {
  readonly message: string;
  readonly isAnsweredElsewhere: boolean;
}

function toProblem(result: ApiResult<unknown>): Problem | null {
  return result.ok ? null : { message: result.message, isAnsweredElsewhere: result.code === 'already-answered' };
}

function ProblemNotice({ problem }: { readonly problem: Problem }) {
  return (
    <Notice
      kind="caution"
      live="alert"
      actions={
        problem.isAnsweredElsewhere ? (
          <Button size="small" onClick={() => window.location.reload()}>
            Load the answer
          </Button>
        ) : null
      }
    >
      <p>{problem.message}</p>
    </Notice>
  );
}
