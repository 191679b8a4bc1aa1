'use client';

import { BoundaryChooser } from '@/components/exercise/boundary-chooser';
import { DecisionBoard } from '@/components/exercise/decision-board';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { TwistPage } from '@/schemas/twist-view';
import { MovesSoFar } from './moves-so-far';
import { NOTE_TARGET, NoteField } from './note-field';
import styles from './round-bench.module.css';
import type { RoundState } from './round-machine';
import { useRound } from './use-round';

type RoundBenchProps = Pick<TwistPage, 'submissionId' | 'n' | 'twistId' | 'changeHash' | 'before'> & {
  readonly components: TwistPage['scenario']['components'];
};

/** Board, boundary and note of one round, the earlier picks set before. */
export function RoundBench({ components, ...opened }: RoundBenchProps) {
  const { state, dispatch, handIn } = useRound(opened);
  const { work, sending } = state;

  async function tryHandIn() {
    await handIn();
    if (work.note.trim() === '') document.getElementsByName(NOTE_TARGET)[0]?.focus();
  }

  return (
    <div className={styles.bench}>
      <section className={styles.part} aria-labelledby="board-heading">
        <h2 id="board-heading">What moves?</h2>
        <p className={styles.intro}>
          The board stands as you handed it in. Move what the changed fact moves, and leave the rest.
        </p>
        <FoundCopy found={state.found} />
        <DecisionBoard
          components={components}
          choices={work.choices}
          onChoose={(id, choice) => dispatch({ type: 'chose', id, choice })}
        />
        <BoundaryChooser
          chosen={work.boundary}
          onChoose={(boundary) => dispatch({ type: 'chose-boundary', boundary })}
        />
        <MovesSoFar components={components} before={opened.before} work={work} />
      </section>
      <section className={styles.part} aria-labelledby="note-heading">
        <h2 id="note-heading">Why?</h2>
        <NoteField
          note={work.note}
          isMissing={state.isNoteMissing}
          onWrite={(note) => dispatch({ type: 'wrote', note })}
        />
        <Refusal sending={sending} />
        <div className={styles.actions}>
          <Button kind="primary" isBusy={sending.status === 'sending'} onClick={() => void tryHandIn()}>
            {sending.status === 'sending' ? 'Handing in…' : 'Hand in this round'}
          </Button>
          <span className={styles.kept}>Until then it is kept on this device only.</span>
        </div>
      </section>
    </div>
  );
}

function FoundCopy({ found }: Pick<RoundState, 'found'>) {
  if (found === 'nothing') return null;
  return (
    <Notice live="status" title="Your unfinished round was kept on this device.">
      {found === 'older-fact' ? (
        <p>The fact was rewritten since. Read it again: the note below speaks of the older text.</p>
      ) : (
        <p>Picks and note are as you left them.</p>
      )}
    </Notice>
  );
}

function Refusal({ sending }: Pick<RoundState, 'sending'>) {
  if (sending.status !== 'refused' && sending.status !== 'expired') return null;
  return (
    <Notice
      kind="problem"
      live="alert"
      title={sending.status === 'expired' ? 'This fact has changed again.' : 'The round was not handed in.'}
    >
      <p>
        {sending.message}
        {sending.status === 'refused' ? ' Your note is kept; trying again cannot hand it in twice.' : ''}
      </p>
    </Notice>
  );
}
