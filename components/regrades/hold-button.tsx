'use client';

import { useCall } from '@/components/session/use-call';
import { Button } from '@/components/ui/button';
import { VisuallyHidden } from '@/components/ui/visually-hidden';

interface HoldButtonProps {
  readonly regradeId: string;
  readonly version: number;
  readonly submissionId: string;
  readonly isHeld: boolean;
  readonly who: string;
}

/** Leaves one draft out of a regrade, or lets it in again. */
export function HoldButton({ regradeId, version, submissionId, isHeld, who }: HoldButtonProps) {
  const { call, isBusy, problem } = useCall();
  const body = { step: 'hold', version, submissionId, isHeld: !isHeld };
  return (
    <>
      <Button
        size="small"
        isBusy={isBusy}
        aria-pressed={isHeld}
        onClick={() => void call(`/api/instructor/regrades/${regradeId}/steps`, { method: 'POST', body })}
      >
        {isHeld ? 'Held out' : 'Hold out'}
        <VisuallyHidden> ({who})</VisuallyHidden>
      </Button>
      {problem() ? <p role="alert">{problem()}</p> : null}
    </>
  );
}
