'use client';

import { useState } from 'react';
import styles from './question.module.css';
import type { QuestionInputProps } from './question-input';

export function ShortAnswerInput({ response, onChange, labelledBy }: QuestionInputProps<'short-answer'>) {
  const [text, setText] = useState(response?.text ?? '');
  return (
    <textarea
      className={styles.answerText}
      aria-labelledby={labelledBy}
      rows={4}
      maxLength={2000}
      value={text}
      onChange={(event) => {
        setText(event.target.value);
        const trimmed = event.target.value.trim();
        onChange(trimmed ? { type: 'short-answer', text: trimmed } : null);
      }}
    />
  );
}
