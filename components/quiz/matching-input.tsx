'use client';

import { useState } from 'react';
import { InlineText } from '@/components/ui/inline-text';
import styles from './question.module.css';
import type { QuestionInputProps } from './question-input';

/** One row of radio buttons per entry; complete once every entry has a category. */
export function MatchingInput({ question, response, onChange, labelledBy }: QuestionInputProps<'matching'>) {
  const [placed, setPlaced] = useState<Readonly<Record<string, string>>>(response?.placed ?? {});

  function place(entryId: string, categoryId: string) {
    const next = { ...placed, [entryId]: categoryId };
    setPlaced(next);
    const isComplete = question.entries.every((entry) => next[entry.id] !== undefined);
    onChange(isComplete ? { type: 'matching', placed: next } : null);
  }

  return (
    <fieldset aria-labelledby={labelledBy} className={styles.matching}>
      {question.entries.map((entry) => (
        <fieldset key={entry.id} className={styles.matchRow}>
          <legend>
            <InlineText text={entry.text} />
          </legend>
          <div className={styles.pills}>
            {question.categories.map((category) => (
              <label key={category.id} className={styles.pill}>
                <input
                  type="radio"
                  name={`${labelledBy}-${entry.id}`}
                  checked={placed[entry.id] === category.id}
                  onChange={() => place(entry.id, category.id)}
                />
                <InlineText text={category.text} />
              </label>
            ))}
          </div>
        </fieldset>
      ))}
    </fieldset>
  );
}
