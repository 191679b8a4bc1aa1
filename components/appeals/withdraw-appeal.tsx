'use client';

import { useCall } from '@/components/session/use-call';
import { Button } from '@/components/ui/button';
import { VisuallyHidden } from '@/components/ui/visually-hidden';

/** Takes an open appeal back; another can be sent afterwards. */
export function WithdrawAppeal({ appealId, title }: { readonly appealId: string; readonly title: string }) {
  const { call, isBusy, problem } = useCall();
  return (
    <>
      <Button
        size="small"
        kind="quiet"
        isBusy={isBusy}
        onClick={() => void call(`/api/appeals/${appealId}`, { method: 'DELETE' })}
      >
        Withdraw this appeal<VisuallyHidden> ({title})</VisuallyHidden>
      </Button>
      {problem() ? <p role="alert">{problem()}</p> : null}
    </>
  );
}
