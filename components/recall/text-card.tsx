'use client';

import { useId, useState } from 'react';
import { ConfidenceBar } from '@/components/quiz/confidence-bar';
import { useUnsent } from '@/components/quiz/use-unsent';
import { InlineParagraphs } from '@/components/ui/inline-text';
import { Notice } from '@/components/ui/notice';
import type { Confidence } from '@/schemas/item';
import type { RecallAnswer, RecallFront } from '@/schemas/recall';
import styles from './recall.module.css';

const LONGEST = 1_000;

interface TextCardProps {
  readonly front: Extract<RecallFront, { type: 'text' }>;
  readonly busyWith: Confidence | null;
  readonly onAnswer: (answer: RecallAnswer) => void;
}

/** One criterion of a record, answered in two sentences; the brief is one click away and opens in its place. */
export function TextCard({ front, busyWith, onAnswer }: TextCardProps) {
  const { response, change, forget } = useUnsent(`${front.cardId}-${front.version}`, 'text', null);
  const [isMissing, setIsMissing] = useState(false);
  const [promptId, fieldId] = [useId(), useId()];
  const text = response?.type === 'short-answer' ? response.text : '';

  function answer(confidence: Confidence) {
    setIsMissing(text.trim() === '');
    if (text.trim() === '') return;
    forget();
    onAnswer({ type: 'text', text, confidence });
  }

  return (
    <>
      <div className={styles.stem}>
        <p id={promptId}>{front.hint}</p>
      </div>
      <Brief scenario={front.scenario} title={front.title} />
      <div className={styles.field}>
        <label htmlFor={fieldId}>Answer in two sentences</label>
        <textarea
          id={fieldId}
          aria-describedby={promptId}
          rows={4}
          maxLength={LONGEST}
          value={text}
          onChange={(event) => change({ type: 'short-answer', text: event.target.value })}
        />
      </div>
      {isMissing && text.trim() === '' ? (
        <Notice kind="caution" live="alert">
          <p>Write an answer first.</p>
        </Notice>
      ) : null}
      <ConfidenceBar busyWith={busyWith} onAnswer={answer} />
    </>
  );
}

type Scenario = Extract<RecallFront, { type: 'text' }>['scenario'];

function Brief({ scenario, title }: { readonly scenario: Scenario; readonly title: string }) {
  return (
    <details className={styles.brief}>
      <summary>
        {title}: read the brief of “{scenario.title}” again
      </summary>
      <InlineParagraphs text={scenario.brief} />
      <dl>
        {Object.entries(scenario.given).map(([name, fact]) => (
          <div key={name}>
            <dt>{name.replaceAll('_', ' ')}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
