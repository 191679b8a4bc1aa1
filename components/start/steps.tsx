import type { ReactNode } from 'react';
import styles from './start.module.css';

export type StepState = 'done' | 'now' | 'later';

export interface StartStep {
  readonly id: string;
  readonly title: string;
  readonly state: StepState;
  /** What is so now, counted a moment ago. */
  readonly standing: string;
  readonly body: ReactNode;
}

const WORD: Readonly<Record<StepState, string>> = { done: 'done', now: 'next', later: 'later' };

/** A list to work down; each line says by itself how far it is. */
export function StartSteps({ steps }: { readonly steps: readonly StartStep[] }) {
  return (
    <ol className={styles.steps}>
      {steps.map(({ id, title, state, standing, body }, index) => (
        <li key={id} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
          <span className={styles.number} aria-hidden="true">
            {index + 1}
          </span>
          <div className={styles.step}>
            <h2>
              {title} <span className={styles.state}>{WORD[state]}</span>
            </h2>
            <p className={styles.standing}>{standing}</p>
            <div className={styles.body}>{body}</div>
          </div>
        </li>
      ))}
    </ol>
  );
}
