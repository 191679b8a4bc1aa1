import type { RecallAnswer, RecallBack, RecallFront, RecallQueue } from '@/schemas/recall';

/**
 * What the review page shows, as a pure machine: it is told what the person gave and what the server answered.
 * components/recall/recall-runner.tsx carries out what it decides.
 */

/** An answer on its way: one version of one card. The server takes it once, however often it is sent. */
export interface Sent {
  readonly cardId: string;
  readonly version: number;
  readonly answer: RecallAnswer;
}

/** Why an answer was not taken. `isStale`: the card on the screen is not the one to answer any more. */
export interface Problem {
  readonly message: string;
  readonly isStale: boolean;
}

export type RecallScreen =
  /** The queue as the server gave it; `said` is for a screen reader, `problem` for everybody. */
  | { readonly status: 'showing'; readonly queue: RecallQueue; readonly said: string; readonly problem: Problem | null }
  | { readonly status: 'sending'; readonly queue: RecallQueue; readonly sent: Sent }
  /** Nothing arrived: the answer is kept on this device and goes out when there is a network. */
  | { readonly status: 'unsent'; readonly queue: RecallQueue; readonly sent: Sent }
  /** What came of the answer stays until the person goes on to `next`. */
  | {
      readonly status: 'answered';
      readonly front: RecallFront;
      readonly back: RecallBack;
      readonly next: RecallQueue;
    };

export type RecallEvent =
  | { readonly type: 'sent'; readonly sent: Sent }
  | { readonly type: 'replied'; readonly back: RecallBack; readonly queue: RecallQueue }
  | { readonly type: 'offline' }
  | { readonly type: 'refused'; readonly problem: Problem }
  | { readonly type: 'went-on' }
  | { readonly type: 'changed'; readonly queue: RecallQueue; readonly said: string };

/** The queue behind a screen: what counts stand beside the card. */
export function queueOf(screen: RecallScreen): RecallQueue {
  return screen.status === 'answered' ? screen.next : screen.queue;
}

const showing = (queue: RecallQueue, said = '', problem: Problem | null = null): RecallScreen => ({
  status: 'showing',
  queue,
  said,
  problem,
});

export const startScreen = (queue: RecallQueue): RecallScreen => showing(queue);

function replied(screen: RecallScreen, back: RecallBack, next: RecallQueue): RecallScreen {
  if (screen.status !== 'sending') return screen;
  const { queue, sent } = screen;
  const front = queue.status === 'asking' ? queue.front : null;
  const isItsCard = front?.cardId === sent.cardId && front.version === sent.version;
  // An answer kept from an earlier visit: its card is not on the screen, so only the arrival is told.
  if (!front || !isItsCard) return showing(next, 'The answer kept on this device has arrived.');
  // Whoever rates themselves has seen the answer already, unless another tab was first.
  if (back.shown.type === 'self' && !back.isEarlier) return showing(next, 'Noted.');
  return { status: 'answered', front, back, next };
}

export function recallStep(screen: RecallScreen, event: RecallEvent): RecallScreen {
  switch (event.type) {
    case 'sent':
      return screen.status === 'sending' || screen.status === 'answered'
        ? screen
        : { status: 'sending', queue: screen.queue, sent: event.sent };
    case 'replied':
      return replied(screen, event.back, event.queue);
    case 'offline':
      return screen.status === 'sending' ? { ...screen, status: 'unsent' } : screen;
    case 'refused':
      return screen.status === 'sending' ? showing(screen.queue, '', event.problem) : screen;
    case 'went-on':
      return screen.status === 'answered' ? showing(screen.next) : screen;
    case 'changed':
      return screen.status === 'sending' ? screen : showing(event.queue, event.said);
    default:
      return event satisfies never;
  }
}
