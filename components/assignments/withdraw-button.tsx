'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { callApi } from '@/components/session/call-api';
import { Button } from '@/components/ui/button';
import styles from './assignments.module.css';

interface WithdrawButtonProps {
  readonly cohortId: string;
  readonly assignmentId: string;
  readonly isWithdrawn: boolean;
}

/** Withdraws an assignment, or asks for it again: nothing is lost by either, so neither asks twice. */
export function WithdrawButton({ cohortId, assignmentId, isWithdrawn }: WithdrawButtonProps) {
  const [state, setState] = useState<{ isBusy: boolean; said: string }>({ isBusy: false, said: '' });
  const router = useRouter();

  async function change() {
    setState({ isBusy: true, said: '' });
    const path = `/api/instructor/cohorts/${cohortId}/assignments/${assignmentId}/withdrawal`;
    const result = await callApi(path, { method: 'PUT', body: { isWithdrawn: !isWithdrawn } });
    setState({
      isBusy: false,
      said: result.ok ? (isWithdrawn ? 'It is asked for again.' : 'Withdrawn.') : result.message,
    });
    if (result.ok) router.refresh();
  }

  return (
    <div className={styles.actions}>
      <Button isBusy={state.isBusy} onClick={() => void change()}>
        {isWithdrawn ? 'Ask for it again' : 'Withdraw it'}
      </Button>
      <p role="status">{state.said}</p>
    </div>
  );
}
