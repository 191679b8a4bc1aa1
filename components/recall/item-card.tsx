'use client';

import { useId, useState } from 'react';
import { ConfidenceBar } from '@/components/quiz/confidence-bar';
import { QuestionControls } from '@/components/quiz/question-controls';
import { HOW_TO_ANSWER, WHAT_IS_MISSING } from '@/components/quiz/question-input';
import { useUnsent } from '@/components/quiz/use-unsent';
import { InlineParagraphs } from '@/components/ui/inline-text';
import { Notice } from '@/components/ui/notice';
import type { Confidence, Response } from '@/schemas/item';
import type { Question } from '@/schemas/question';
import type { RecallAnswer, RecallFront } from '@/schemas/recall';
import styles from './recall.module.css';

interface ItemCardProps {
  readonly front: Extract<RecallFront, { type: 'item' }>;
  readonly busyWith: Confidence | null;
  readonly onAnswer: (answer: RecallAnswer) => void;
}

/** Entries as shown are an answer already: an order may be right as it stands. */
const startingResponse = (question: Question): Response | null =>
  question.type === 'ordering' ? { type: 'ordering', order: question.entries.map((entry) => entry.id) } : null;

/** An item of a quiz, answered as there. */
export function ItemCard({ front, busyWith, onAnswer }: ItemCardProps) {
  const { question } = front;
  const { response, change, forget } = useUnsent(
    `${front.cardId}-${front.version}`,
    question.id,
    startingResponse(question),
  );
  const [isMissing, setIsMissing] = useState(false);
  const stemId = useId();

  function answer(confidence: Confidence) {
    setIsMissing(response === null);
    if (!response) return;
    forget();
    onAnswer({ type: 'item', response, confidence });
  }

  return (
    <>
      <div id={stemId} className={styles.stem}>
        <InlineParagraphs text={question.stem} />
      </div>
      <p className={styles.how}>{HOW_TO_ANSWER[question.type]}</p>
      <QuestionControls
        question={question}
        response={response}
        onChange={change}
        labelledBy={stemId}
        listing={undefined}
      />
      {isMissing && !response ? (
        <Notice kind="caution" live="alert">
          <p>{WHAT_IS_MISSING[question.type]}</p>
        </Notice>
      ) : null}
      <ConfidenceBar busyWith={busyWith} onAnswer={answer} />
    </>
  );
}
