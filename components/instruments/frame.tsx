'use client';

import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import styles from './frame.module.css';
import { type Prediction, PredictionForm } from './prediction-form';

interface FrameProps {
  readonly title: string;
  readonly lead: ReactNode;
  readonly prediction: Prediction;
  readonly controls: ReactNode;
  /** Called only once the instrument is open, so that a locked one costs nothing. */
  readonly reading: (isTable: boolean) => ReactNode;
  /** What the model leaves out; always in sight. */
  readonly limits: ReactNode;
  readonly onReset: () => void;
}

/** The one frame of every instrument: predict, then operate; reset; read as a table; the model's limits underneath. */
export function Frame({ title, lead, prediction, controls, reading, limits, onReset }: FrameProps) {
  const [committed, setCommitted] = useState<string | null>(null);
  const [isTable, setIsTable] = useState(false);
  const [resets, setResets] = useState(0);
  const answer = useRef<HTMLParagraphElement>(null);
  const titleId = useId();
  const reply = prediction.options.find((option) => option.id === committed)?.reply ?? prediction.unpredicted;

  // The form that held the focus is gone after committing: hand the focus to the reply in its place.
  useEffect(() => {
    if (committed !== null) answer.current?.focus();
  }, [committed]);

  function reset() {
    onReset();
    setResets(resets + 1);
  }

  return (
    <section className={styles.frame} aria-labelledby={titleId}>
      <header className={styles.head}>
        <p className={styles.kind}>Instrument</p>
        {/* h2, since an instrument may stand before the first section of a lesson. */}
        <h2 id={titleId} className={styles.title}>
          {title}
        </h2>
        <p className={styles.lead}>{lead}</p>
      </header>
      {committed === null ? (
        <PredictionForm prediction={prediction} onCommit={setCommitted} />
      ) : (
        <>
          <p ref={answer} tabIndex={-1} className={styles.reply}>
            {reply}
          </p>
          <div className={styles.bench}>
            <div className={styles.reading}>{reading(isTable)}</div>
            <div key={resets} className={styles.controls}>
              {controls}
            </div>
          </div>
          <div className={styles.foot}>
            <Button kind="quiet" size="small" onClick={reset}>
              Reset
            </Button>
            <Button kind="quiet" size="small" aria-pressed={isTable} onClick={() => setIsTable(!isTable)}>
              {isTable ? 'Show the figure' : 'Read as table'}
            </Button>
          </div>
        </>
      )}
      <p className={styles.limits}>
        <strong>What this leaves out.</strong> {limits}
      </p>
    </section>
  );
}
