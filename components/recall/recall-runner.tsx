'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useShortcuts } from '@/components/session/use-shortcuts';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { Notice } from '@/components/ui/notice';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import type { RecallAnswer, RecallFront, RecallQueue } from '@/schemas/recall';
import { BackPanel } from './back-panel';
import { CardHead } from './card-head';
import { DecisionCard } from './decision-card';
import { ItemCard } from './item-card';
import styles from './recall.module.css';
import { RecallFoot } from './recall-foot';
import { queueOf, type RecallScreen } from './recall-machine';
import { RestScreen } from './rest-screen';
import { SelfCard } from './self-card';
import { TextCard } from './text-card';
import { useEnter } from './use-enter';
import { useRecall } from './use-recall';
import { useZone } from './use-zone';

/** One card a screen. The server holds every state; this only remembers what is on the screen. */
export function RecallRunner({ initial }: { readonly initial: RecallQueue }) {
  const { screen, dispatch, send } = useRecall(initial);
  const queue = queueOf(screen);
  // What the page opened with: its reader is left where they are, whoever goes on is taken along.
  const [first] = useState(initial);
  useZone(initial.timeZone, initial.cards > 0);
  const goOn = screen.status === 'answered' ? () => dispatch({ type: 'went-on' }) : null;
  useEnter(goOn);
  useShortcuts(goOn ? { n: goOn } : {});

  return (
    <div className={styles.runner}>
      <p role="status" className={styles.said}>
        <VisuallyHidden>{screen.status === 'showing' ? screen.said : ''}</VisuallyHidden>
      </p>
      {screen.status === 'answered' ? (
        <>
          <h1 className={styles.count}>
            Card {queue.doneToday} of {totalOf(queue)} today
          </h1>
          <BackPanel front={screen.front} back={screen.back}>
            <Button kind="primary" className={styles.next} onClick={() => dispatch({ type: 'went-on' })}>
              {screen.next.status === 'asking' ? 'Next card' : 'Finish for today'} <Kbd>Enter</Kbd>
            </Button>
          </BackPanel>
        </>
      ) : screen.queue.status === 'asking' ? (
        <Asking
          key={`${screen.queue.front.cardId}-${screen.queue.front.version}`}
          screen={screen}
          front={screen.queue.front}
          isFresh={queue !== first}
          onAnswer={(answer) => {
            if (screen.queue.status !== 'asking') return;
            const { cardId, version } = screen.queue.front;
            void send({ cardId, version, answer });
          }}
        />
      ) : (
        <RestScreen queue={screen.queue} isFresh={queue !== first} />
      )}
      <ScreenNotice screen={screen} onRetry={(sent) => void send(sent)} />
      <RecallFoot queue={queue} onChanged={(changed, said) => dispatch({ type: 'changed', queue: changed, said })} />
    </div>
  );
}

const totalOf = (queue: RecallQueue) => queue.doneToday + (queue.status === 'asking' ? queue.left : 0);

interface AskingProps {
  readonly screen: Exclude<RecallScreen, { status: 'answered' }>;
  readonly front: RecallFront;
  readonly isFresh: boolean;
  readonly onAnswer: (answer: RecallAnswer) => void;
}

function Asking({ screen, front, isFresh, onAnswer }: AskingProps) {
  const { queue } = screen;
  const answer = screen.status === 'showing' ? null : screen.sent.answer;
  const busyWith = screen.status === 'sending' && answer && 'confidence' in answer ? answer.confidence : null;
  return (
    <>
      <CardHead front={front} place={queue.doneToday + 1} total={totalOf(queue)} isFresh={isFresh} />
      <div className={styles.work}>
        {front.type === 'item' ? (
          <ItemCard front={front} busyWith={busyWith} onAnswer={onAnswer} />
        ) : front.type === 'text' ? (
          <TextCard front={front} busyWith={busyWith} onAnswer={onAnswer} />
        ) : front.type === 'decision' ? (
          <DecisionCard front={front} isBusy={screen.status === 'sending'} onAnswer={onAnswer} />
        ) : (
          <SelfCard front={front} isBusy={screen.status === 'sending'} onAnswer={onAnswer} />
        )}
      </div>
    </>
  );
}

interface ScreenNoticeProps {
  readonly screen: RecallScreen;
  readonly onRetry: (sent: Extract<RecallScreen, { status: 'unsent' }>['sent']) => void;
}

/** What stands in the way: no network, or an answer that was not taken. */
function ScreenNotice({ screen, onRetry }: ScreenNoticeProps) {
  const router = useRouter();
  if (screen.status === 'unsent')
    return (
      <Notice
        kind="caution"
        live="alert"
        title="Your answer is kept on this device."
        actions={
          <Button size="small" onClick={() => onRetry(screen.sent)}>
            Try now
          </Button>
        }
      >
        <p>The server cannot be reached. The answer goes out by itself when the network is back, and counts once.</p>
      </Notice>
    );
  if (screen.status !== 'showing' || !screen.problem) return null;
  return (
    <Notice
      kind="caution"
      live="alert"
      actions={
        screen.problem.isStale ? (
          <Button size="small" onClick={() => router.refresh()}>
            Load the next card
          </Button>
        ) : null
      }
    >
      <p>{screen.problem.message}</p>
    </Notice>
  );
}
