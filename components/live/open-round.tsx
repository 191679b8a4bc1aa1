'use client';

import { useCall } from '@/components/session/use-call';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import styles from './live.module.css';

/** Opens a round; the page around it then shows the wall. */
export function OpenRound({ cohortId, scenarioId }: { readonly cohortId: string; readonly scenarioId: string }) {
  const { call, isBusy, problem } = useCall();
  return (
    <div className={styles.opening}>
      <div>
        <Button
          kind="primary"
          isBusy={isBusy}
          onClick={() => void call('/api/instructor/live-rounds', { method: 'POST', body: { cohortId, scenarioId } })}
        >
          Open a round
        </Button>
      </div>
      {problem() ? (
        <Notice kind="problem" live="alert">
          <p>{problem()}</p>
        </Notice>
      ) : null}
    </div>
  );
}
