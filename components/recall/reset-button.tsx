'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import styles from './recall.module.css';

interface ResetButtonProps {
  readonly cards: number;
  readonly isBusy: boolean;
  readonly onReset: () => void;
}

type Step = 'closed' | 'first' | 'second';

/** Starting over is asked twice, because it cannot be taken back. */
export function ResetButton({ cards, isBusy, onReset }: ResetButtonProps) {
  const [step, setStep] = useState<Step>('closed');

  function reset() {
    setStep('closed');
    onReset();
  }

  return (
    <>
      <Button size="small" kind="quiet" isBusy={isBusy} onClick={() => setStep('first')}>
        Start over…
      </Button>
      <Dialog title="Start all cards over" isOpen={step !== 'closed'} onClose={() => setStep('closed')}>
        <div className={styles.dialog}>
          {step === 'first' ? (
            <>
              <p>
                All {cards} cards become new again, as if you had never answered one. Your answers so far stay in the
                figures on what stays with you.
              </p>
              <Button onClick={() => setStep('second')}>Yes, start them over</Button>
            </>
          ) : (
            <>
              <p role="status">
                This cannot be taken back: what the cards know of your memory is gone. Really start over?
              </p>
              <Button kind="primary" onClick={reset}>
                Really start over
              </Button>
            </>
          )}
          <Button kind="quiet" onClick={() => setStep('closed')}>
            Keep everything
          </Button>
        </div>
      </Dialog>
    </>
  );
}
