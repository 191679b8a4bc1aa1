'use client';

import { useState } from 'react';
import styles from './question.module.css';
import type { QuestionInputProps } from './question-input';
import { readNumber } from './read-number';

export function NumericInput({ question, response, onChange, labelledBy }: QuestionInputProps<'numeric'>) {
  const [text, setText] = useState(response ? String(response.value) : '');
  return (
    <div className={styles.numeric}>
      <input
        type="text"
        inputMode="decimal"
        autoComplete="off"
        aria-labelledby={`${labelledBy} ${labelledBy}-unit`}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          const value = readNumber(event.target.value);
          onChange(value === null ? null : { type: 'numeric', value });
        }}
      />
      <span id={`${labelledBy}-unit`}>{question.unit}</span>
    </div>
  );
}
