'use client';

import Link from 'next/link';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { FacilitatorRound, LivePhase } from '@/schemas/live';
import type { PublicScenario } from '@/schemas/scenario';
import styles from './live.module.css';
import { Shown } from './shown';
import { TimeLeft } from './time-left';
import { useRound } from './use-round';

interface FacilitatorProps {
  readonly cohortId: string;
  readonly first: FacilitatorRound;
  readonly scenario: Pick<PublicScenario, 'title' | 'brief' | 'components'>;
  /** Where members go, such as https://course.example.org/live. */
  readonly address: string;
}

/** What stands on the wall in each phase, and which button leads on. */
const PHASES: Readonly<
  Record<LivePhase, { readonly title: string; readonly next: LivePhase | null; readonly button: string }>
> = {
  deciding: { title: 'Decide, each alone', next: 'revealed', button: 'Reveal' },
  revealed: { title: 'Where we stand', next: 'arguing', button: 'Argue' },
  arguing: { title: 'Argue the other side', next: 'revising', button: 'Decide again' },
  revising: { title: 'Decide again, or stand by it', next: 'shift', button: 'Show the shift' },
  shift: { title: 'What the argument moved', next: null, button: '' },
  closed: { title: 'This round is closed', next: null, button: '' },
};

const FEWEST = 5;

/** The wall and its controls. Everything is on the server: a reload, or a second screen, shows the same. */
export function Facilitator({ cohortId, first, scenario, address }: FacilitatorProps) {
  const query = `/api/instructor/live-rounds?cohort=${cohortId}&round=${first.roundId}`;
  const { round, behind, isLost, problem, isBusy, send } = useRound<FacilitatorRound>(query, first);
  const [minutes, setMinutes] = useState(5);
  const [isClosing, setIsClosing] = useState(false);
  const stage = useRef<HTMLDivElement>(null);
  const { title, next, button } = PHASES[round.phase];
  const isVoting = round.phase === 'deciding' || round.phase === 'revising';

  function move(to: LivePhase) {
    setIsClosing(false);
    const body = { cohortId, version: round.version, to, ...(to === 'arguing' ? { minutes } : {}) };
    void send(`/api/instructor/live-rounds/${round.roundId}`, body);
  }

  return (
    <div className={styles.stage} ref={stage}>
      <header className={styles.stageHead}>
        <div>
          <p className={styles.scenario}>{scenario.title}</p>
          <h2 aria-live="polite">{title}</h2>
        </div>
        {round.phase === 'closed' ? null : (
          <div className={styles.code}>
            <p>{address.replace(/^https?:\/\//, '')}</p>
            <p className={styles.letters}>{round.code}</p>
          </div>
        )}
      </header>
      {round.phase === 'deciding' ? <p className={styles.brief}>{scenario.brief}</p> : null}
      {round.phase === 'arguing' && round.endsAt !== null ? <TimeLeft endsAt={round.endsAt} behind={behind} /> : null}
      {isVoting ? <Decided decided={round.decided} isAgain={round.phase === 'revising'} /> : null}
      {round.shown && round.phase !== 'revising' ? (
        <Shown shown={round.shown} components={scenario.components} />
      ) : null}
      {round.phase === 'deciding' && !round.isEnough ? (
        <p className={styles.fewer}>A reveal takes {FEWEST} decisions, so that nobody stands alone on the wall.</p>
      ) : null}
      {problem ? (
        <Notice kind="problem" live="alert">
          <p>{problem}</p>
        </Notice>
      ) : null}
      {isLost ? <p role="status">No connection at the moment. This goes on by itself.</p> : null}
      {round.phase === 'closed' ? (
        <p className={styles.fewer}>
          Its decisions are deleted. What was revealed stays on this page until you leave it.{' '}
          <Link href={`/instructor/cohorts/${cohortId}/map`}>Back to the decision map</Link>
        </p>
      ) : (
        <div className={styles.controls}>
          {next === 'arguing' ? (
            <label className={styles.minutes}>
              Minutes
              <select value={minutes} onChange={({ target }) => setMinutes(Number(target.value))}>
                {[3, 5, 8, 10, 15].map((count) => (
                  <option key={count}>{count}</option>
                ))}
              </select>
            </label>
          ) : null}
          {next ? (
            <Button
              kind="primary"
              isBusy={isBusy}
              disabled={next === 'revealed' && !round.isEnough}
              onClick={() => move(next)}
            >
              {button}
            </Button>
          ) : null}
          <Button onClick={() => void stage.current?.requestFullscreen?.()}>Fill the screen</Button>
          {isClosing ? (
            <Button isBusy={isBusy} onClick={() => move('closed')}>
              Close it and delete the decisions
            </Button>
          ) : (
            <Button kind={next ? 'quiet' : 'secondary'} onClick={() => setIsClosing(true)}>
              Close the round
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

/** Everybody reads the wall: below five there is no number on it, and at no time who. */
function Decided({ decided, isAgain }: { readonly decided: number | null; readonly isAgain: boolean }) {
  const again = isAgain ? ' again' : '';
  if (decided === null)
    return (
      <p className={styles.count}>{isAgain ? 'Whoever does not decide again stands by it.' : 'Not enough yet.'}</p>
    );
  return (
    <p className={styles.count}>
      <b>{decided}</b> have decided{again}
    </p>
  );
}
