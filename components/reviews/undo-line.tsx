'use client';

import { Button } from '@/components/ui/button';
import styles from './review-parts.module.css';
import { useUndo } from './use-undo';

interface UndoLineProps {
  readonly submissionId: string;
  readonly cohortId: string;
  readonly words: string;
}

/** Takes one decision back, where it is not a matter of a key. */
export function UndoLine({ submissionId, cohortId, words }: UndoLineProps) {
  const { state, run } = useUndo(cohortId);
  return (
    <div className={styles.undo}>
      <Button size="small" isBusy={state.step === 'working'} onClick={() => void run(submissionId)}>
        {words}
      </Button>
      {state.step === 'refused' ? <p role="alert">{state.message}</p> : null}
    </div>
  );
}
