import type { ReactNode } from 'react';
import styles from './checkpoint.module.css';

interface CheckpointProps {
  readonly question: string;
  /** The answer, out of sight until asked for. */
  readonly children: ReactNode;
}

/** A pause every few minutes: answer in your head, then open. Works without JavaScript and by keyboard. */
export function Checkpoint({ question, children }: CheckpointProps) {
  return (
    <div className={styles.checkpoint}>
      <p className={styles.kind}>Think, then open</p>
      <details>
        <summary>{question}</summary>
        <div className={styles.answer}>{children}</div>
      </details>
    </div>
  );
}
