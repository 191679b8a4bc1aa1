'use client';

import { useState } from 'react';
import { useCall } from '@/components/session/use-call';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import type { RegradeStepBody, RegradeView } from '@/schemas/regrade';
import styles from './regrades.module.css';

type Facts = Pick<
  RegradeView,
  'id' | 'version' | 'status' | 'neverLowerOverall' | 'neverLowerCriteria' | 'up' | 'down' | 'held' | 'isStale'
>;

interface RegradeStepsProps {
  readonly view: Facts;
  readonly failed: number;
  /** A preview that found no draft to grade anew: it can only be dropped. */
  readonly isNothing: boolean;
}

/** What can be done with a preview or with what was applied. What cannot be undone by one press is asked for twice. */
export function RegradeSteps({ view, failed, isNothing }: RegradeStepsProps) {
  const { call, isBusy, problem } = useCall();
  const [asked, setAsked] = useState<'apply' | 'undo' | null>(null);
  const { version, neverLowerOverall, neverLowerCriteria } = view;

  async function take(body: RegradeStepBody) {
    await call(`/api/instructor/regrades/${view.id}/steps`, { method: 'POST', body });
    setAsked(null);
  }
  const set = (options: object) =>
    void take({ step: 'change', version, neverLowerOverall, neverLowerCriteria, ...options });

  return (
    <>
      {view.status === 'ready' && !isNothing ? (
        <fieldset className={styles.options} disabled={isBusy}>
          <legend>What it may do</legend>
          <label>
            <input
              type="checkbox"
              checked={neverLowerCriteria}
              onChange={(event) => set({ neverLowerCriteria: event.target.checked })}
            />
            Never lower a level: what was earned stays
          </label>
          <label>
            <input
              type="checkbox"
              checked={neverLowerOverall}
              onChange={(event) => set({ neverLowerOverall: event.target.checked })}
            />
            Never lower a grade: who would lose keeps the old one whole
          </label>
        </fieldset>
      ) : null}
      {problem() ? (
        <Notice kind="problem" live="alert" title="Nothing was done.">
          <p>{problem()}</p>
        </Notice>
      ) : null}
      <div className={styles.bar}>
        {view.status === 'ready' ? (
          <>
            {isNothing ? null : (
              <Button kind="primary" isBusy={isBusy} onClick={() => setAsked('apply')}>
                Apply
              </Button>
            )}
            <Button isBusy={isBusy} onClick={() => void take({ step: 'drop', version })}>
              Drop this preview
            </Button>
          </>
        ) : null}
        {view.status === 'applied' ? (
          <Button isBusy={isBusy} onClick={() => setAsked('undo')}>
            Take the whole regrade back
          </Button>
        ) : null}
        {failed > 0 && view.status === 'ready' ? (
          <Button kind="quiet" isBusy={isBusy} onClick={() => void take({ step: 'continue' })}>
            Try the {failed} that failed again
          </Button>
        ) : null}
      </div>
      <Dialog
        title={asked === 'undo' ? 'Take the whole regrade back?' : 'Apply this regrade?'}
        isOpen={asked !== null}
        onClose={() => setAsked(null)}
      >
        <p>
          {asked === 'undo'
            ? 'The grades from before it count again, except where somebody changed one since. Learners are told.'
            : `${sayMoves(view)} Learners whose grade moves are told, with the old grade, the new one and your reason. It can be taken back.`}
        </p>
        <div className={styles.bar}>
          <Button kind="primary" isBusy={isBusy} onClick={() => asked && void take({ step: asked, version })}>
            {asked === 'undo' ? 'Take it back' : 'Apply it'}
          </Button>
          <Button kind="quiet" onClick={() => setAsked(null)}>
            Not now
          </Button>
        </div>
      </Dialog>
    </>
  );
}

function sayMoves({ up, down, held, neverLowerOverall }: Facts): string {
  const falls = neverLowerOverall ? 'none fall' : `${down} fall`;
  return `${up} rise, ${falls}${held > 0 ? `; the ${held} held out stay` : ''}.`;
}
