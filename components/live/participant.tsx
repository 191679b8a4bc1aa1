'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { LivePhase, ParticipantRound } from '@/schemas/live';
import type { Choice, PublicScenario } from '@/schemas/scenario';
import { DecideForm } from './decide-form';
import styles from './live.module.css';
import { Shown } from './shown';
import { TimeLeft } from './time-left';
import { useRound } from './use-round';

interface ParticipantProps {
  readonly code: string;
  readonly first: ParticipantRound;
  readonly scenario: Pick<PublicScenario, 'components'>;
}

const TITLES: Readonly<Record<LivePhase, string>> = {
  deciding: 'Decide alone',
  revealed: 'Where the team stands',
  arguing: 'Argue the other side',
  revising: 'Decide again, or stand by it',
  shift: 'What the argument moved',
  closed: 'This round is closed',
};

const WAITING: Readonly<Record<LivePhase, string | null>> = {
  deciding: 'Your decision is in. You can change it until the reveal.',
  revealed: null,
  arguing: 'Look up: the argument is in the room.',
  revising: 'Your decision is in. You can change it until the shift is shown.',
  shift: null,
  closed: 'All decisions of it are deleted. It counted for no grade.',
};

/** A member's screen, made for a phone. */
export function Participant({ code, first, scenario }: ParticipantProps) {
  const { round, behind, isLost, problem, isBusy, send } = useRound<ParticipantRound>(`/api/live?code=${code}`, first);
  const [isChanging, setIsChanging] = useState(false);
  const isVoting = round.phase === 'deciding' || round.phase === 'revising';
  const isAsked = isVoting && (!round.hasDecided || isChanging);

  async function decide(choices: Readonly<Record<string, Choice>>, line: string) {
    if (await send(`/api/live/${code}`, { choices, line })) setIsChanging(false);
  }

  return (
    <div className={styles.participant}>
      <h2 aria-live="polite">{TITLES[round.phase]}</h2>
      {round.phase === 'arguing' && round.endsAt !== null ? <TimeLeft endsAt={round.endsAt} behind={behind} /> : null}
      {isAsked ? (
        <DecideForm
          key={round.phase}
          components={scenario.components}
          own={round.own}
          asksWhy={round.phase === 'deciding'}
          isBusy={isBusy}
          onDecide={(choices, line) => void decide(choices, line)}
        />
      ) : null}
      {!isAsked && (!isVoting || round.hasDecided) && WAITING[round.phase] ? (
        <p role="status" className={styles.waiting}>
          {WAITING[round.phase]}
        </p>
      ) : null}
      {isVoting && !isAsked ? (
        <div>
          <Button onClick={() => setIsChanging(true)}>Change it</Button>
        </div>
      ) : null}
      {round.shown && !isVoting ? <Shown shown={round.shown} components={scenario.components} /> : null}
      {problem ? (
        <Notice kind="problem" live="alert">
          <p>{problem}</p>
        </Notice>
      ) : null}
      {isLost ? (
        <p role="status" className={styles.waiting}>
          No connection at the moment. This page goes on by itself.
        </p>
      ) : null}
    </div>
  );
}
