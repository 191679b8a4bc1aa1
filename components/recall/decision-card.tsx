'use client';

import { useId, useState } from 'react';
import { useShortcuts } from '@/components/session/use-shortcuts';
import { sayDay } from '@/components/studio/days';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { LOOK_AGAIN, type LookAgain, type Reconsidered } from '@/schemas/decision';
import type { RecallAnswer, RecallFront } from '@/schemas/recall';
import styles from './recall.module.css';

type DecisionFront = Extract<RecallFront, { type: 'decision' }>;

interface DecisionCardProps {
  readonly front: DecisionFront;
  readonly isBusy: boolean;
  readonly onAnswer: (answer: RecallAnswer) => void;
}

const ANSWERS: readonly { readonly answer: Reconsidered; readonly word: string }[] = [
  { answer: 'still-right', word: 'Yes, still' },
  { answer: 'revise', word: 'It has changed' },
  { answer: 'superseded', word: 'No, not any more' },
];

const AGAIN: Readonly<Record<LookAgain, string>> = {
  '1-month': 'in a month',
  '3-months': 'in three months',
  '6-months': 'in half a year',
  '12-months': 'in a year',
  never: 'not again',
};

const MOST_LETTERS = 500;

/** "Would you still decide this?", with what would have changed it. Nothing here is judged. */
export function DecisionCard({ front, isBusy, onAnswer }: DecisionCardProps) {
  const [note, setNote] = useState('');
  const [again, setAgain] = useState<LookAgain>('6-months');
  const [noteId, againId] = [useId(), useId()];
  const send = (answer: Reconsidered) => onAnswer({ type: 'decision', answer, note, again });
  useShortcuts(Object.fromEntries(ANSWERS.map(({ answer }, index) => [String(index + 1), () => send(answer)])));
  return (
    <>
      <div className={styles.stem}>
        <p>Would you still decide this?</p>
      </div>
      <Decided front={front} />
      <div className={styles.field}>
        <label htmlFor={noteId}>Why, in one sentence (if you like)</label>
        <textarea
          id={noteId}
          rows={2}
          maxLength={MOST_LETTERS}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
      <div className={styles.again}>
        <label htmlFor={againId}>Ask me again</label>
        <select
          id={againId}
          value={again}
          onChange={({ currentTarget }) => setAgain(LOOK_AGAIN.find((one) => one === currentTarget.value) ?? again)}
        >
          {LOOK_AGAIN.map((one) => (
            <option key={one} value={one}>
              {AGAIN[one]}
            </option>
          ))}
        </select>
        <span className={styles.small}>A decision that no longer stands is not asked about again.</span>
      </div>
      <fieldset className={styles.ratings}>
        <legend>Would you still decide this?</legend>
        <div>
          {ANSWERS.map(({ answer, word }, index) => (
            <Button key={answer} isBusy={isBusy} onClick={() => send(answer)}>
              {word}
              <span className={styles.key} aria-hidden="true">
                <Kbd>{index + 1}</Kbd>
              </span>
            </Button>
          ))}
        </div>
      </fieldset>
    </>
  );
}

function Decided({ front: { decidedOn, decision, constraint, reversal } }: Pick<DecisionCardProps, 'front'>) {
  return (
    <section aria-label="What you decided" className={styles.answer}>
      {decidedOn ? <p className={styles.small}>Decided {sayDay(decidedOn)}</p> : null}
      <p>{decision || 'The record does not say yet what was decided.'}</p>
      {constraint ? (
        <>
          <h2 className={styles.lead}>What decided it</h2>
          <p>{constraint}</p>
        </>
      ) : null}
      <h2 className={styles.lead}>What would change it</h2>
      <p>{reversal.what || 'The record names nothing. What would have changed your mind since?'}</p>
      {reversal.by ? <p>By: {reversal.by}</p> : null}
    </section>
  );
}
