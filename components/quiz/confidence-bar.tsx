'use client';

import { useShortcuts } from '@/components/session/use-shortcuts';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import type { Confidence } from '@/schemas/item';
import styles from './quiz.module.css';

export const CONFIDENCES: readonly { readonly id: Confidence; readonly word: string }[] = [
  { id: 'sure', word: 'I am sure' },
  { id: 'think-so', word: 'I think so' },
  { id: 'guess', word: 'I am guessing' },
];

interface ConfidenceBarProps {
  readonly busyWith: Confidence | null;
  readonly onAnswer: (confidence: Confidence) => void;
}

/** Answering and saying how sure one is are one gesture: three buttons instead of one, alike so that none is suggested. */
export function ConfidenceBar({ busyWith, onAnswer }: ConfidenceBarProps) {
  useShortcuts(Object.fromEntries(CONFIDENCES.map(({ id }, index) => [String(index + 1), () => onAnswer(id)])));
  return (
    <fieldset className={styles.confidence}>
      <legend>Answer, and say how sure you are</legend>
      <div className={styles.confidenceRow}>
        {CONFIDENCES.map(({ id, word }, index) => (
          <Button key={id} isBusy={busyWith !== null} onClick={() => onAnswer(id)}>
            {busyWith === id ? 'Sending…' : word}
            <span className={styles.confidenceKey} aria-hidden="true">
              <Kbd>{index + 1}</Kbd>
            </span>
          </Button>
        ))}
      </div>
    </fieldset>
  );
}
