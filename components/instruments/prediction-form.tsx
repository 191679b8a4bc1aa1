'use client';

import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import styles from './prediction-form.module.css';

export interface Prediction {
  readonly question: string;
  readonly options: readonly { readonly id: string; readonly text: string; readonly reply: string }[];
  /** Said to somebody who opened the instrument without predicting. */
  readonly unpredicted: string;
}

interface PredictionFormProps {
  readonly prediction: Prediction;
  readonly onCommit: (chosen: string) => void;
}

/** Nothing is scored or stored: committing to an answer is what makes the figure worth looking at. */
export function PredictionForm({ prediction, onCommit }: PredictionFormProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const name = useId();
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen !== null) onCommit(chosen);
      }}
    >
      <fieldset className={styles.options}>
        <legend>
          <span className={styles.first}>Predict first.</span> {prediction.question}
        </legend>
        {prediction.options.map((option) => (
          <label key={option.id} className={styles.option}>
            <input
              type="radio"
              name={name}
              value={option.id}
              checked={chosen === option.id}
              onChange={() => setChosen(option.id)}
            />
            {option.text}
          </label>
        ))}
      </fieldset>
      <div className={styles.buttons}>
        <Button type="submit" kind="primary" size="small" disabled={chosen === null}>
          Commit and open
        </Button>
        <Button kind="quiet" size="small" onClick={() => onCommit('')}>
          Open without predicting
        </Button>
      </div>
      <noscript>This instrument needs JavaScript. The text around it gives the numbers that it starts from.</noscript>
    </form>
  );
}
