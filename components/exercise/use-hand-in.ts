'use client';

import { useRouter } from 'next/navigation';
import { type Dispatch, useEffect, useRef, useState } from 'react';
import { type Delivery, deliver, send } from '@/components/outbox/deliver';
import { useRetries } from '@/components/outbox/use-retries';
import {
  forgetWaiting,
  keepWaiting,
  keyOfSame,
  type Reader,
  readWaiting,
  type WaitingHandIn,
  waitingKey,
  waitingOf,
} from '@/components/outbox/waiting-hand-in';
import type { OpinionChoice } from '@/schemas/opinion';
import type { HandIn, PartialHandIn } from '@/schemas/scenario';
import { type DraftEvent, isSameHandIn, type SetAside } from './draft-machine';
import { randomKey } from './idempotency';
import { announceLanding } from './landing-note';
import { pastesKey, readPastes } from './pastes';

/** What became of a hand-in; `isEarlier`: it was pressed on a visit before this one. */
export type HandInPhase =
  | { readonly status: 'idle' }
  | { readonly status: 'sending' }
  | {
      readonly status: 'told';
      readonly waiting: WaitingHandIn;
      readonly delivery: Delivery;
      readonly isEarlier: boolean;
      readonly isKept: boolean;
    };

interface Bench {
  readonly scenarioId: string;
  readonly attempt: number;
  readonly reader: Reader | null;
  readonly work: PartialHandIn;
  readonly dispatch: Dispatch<DraftEvent>;
  readonly saveNow: () => Promise<void>;
}

interface UseHandIn {
  readonly phase: HandInPhase;
  readonly handIn: (record: HandIn, opinion: OpinionChoice | undefined) => Promise<void>;
  /** Does not hand in what waits; the text stays. */
  readonly drop: () => void;
}

/**
 * Hands a record in exactly once, however often it is tried and whatever happens to this tab, and goes to the result.
 * What was pressed is on this device before it is on its way; a visit later it goes on from there.
 */
export function useHandIn({ scenarioId, attempt, reader, work, dispatch, saveNow }: Bench): UseHandIn {
  const [phase, setPhase] = useState<HandInPhase>({ status: 'idle' });
  const latest = useRef(work);
  latest.current = work;
  const router = useRouter();
  const owner = reader?.learnerId ?? null;

  function tell(waiting: WaitingHandIn, delivery: Delivery, isEarlier: boolean, isKept: boolean): void {
    // Another tab has seen to it, and says what it came to.
    if (delivery.status === 'gone') setPhase({ status: 'idle' });
    else if (delivery.status !== 'arrived' || isEarlier || !isSameHandIn(latest.current, waiting.handIn)) {
      setPhase({ status: 'told', waiting, delivery, isEarlier, isKept });
      if (delivery.status === 'refused' && isEarlier) dispatch({ type: 'kept-aside', item: toSetAside(waiting) });
      if (delivery.status === 'arrived') router.refresh();
    } else {
      announceLanding(delivery.submissionId);
      router.push(`/results/${delivery.submissionId}`);
    }
  }

  async function handIn(record: HandIn, opinion: OpinionChoice | undefined) {
    const before = readWaiting(waitingKey(owner, scenarioId));
    const key = keyOfSame(before, record, attempt) ?? randomKey();
    const base = { key, owner, scenarioId, attempt, opinion: opinion ?? null };
    const pastes = readPastes(pastesKey(owner, scenarioId, attempt));
    const waiting: WaitingHandIn = { ...base, handIn: record, pastes, pressedAt: Date.now() };
    setPhase({ status: 'sending' });
    const isKept = keepWaiting(waiting);
    await saveNow();
    tell(waiting, await deliverHere(waiting), false, isKept);
  }

  async function sendEarlier() {
    const earlier = waitingOf(reader).find((waiting) => waiting.scenarioId === scenarioId);
    if (!earlier) return;
    setPhase({ status: 'sending' });
    tell(earlier, await deliver(earlier), true, true);
  }
  const look = useRef(sendEarlier);
  const hasLooked = useRef(false);
  // localStorage is outside React and absent on the server: looked into once, after hydration.
  useEffect(() => {
    if (hasLooked.current) return;
    hasLooked.current = true;
    void look.current();
  }, []);

  const told = phase.status === 'told' ? phase : null;
  const isTrying = useRef(false);
  async function retry() {
    if (!told || isTrying.current) return;
    isTrying.current = true;
    const { waiting, isEarlier, isKept } = told;
    const delivery = await (isEarlier ? deliver(waiting) : deliverHere(waiting));
    isTrying.current = false;
    tell(waiting, delivery, isEarlier, isKept);
  }
  useRetries(told?.delivery.status === 'waiting', () => void retry());

  function drop() {
    if (!told) return;
    forgetWaiting(told.waiting);
    dispatch({ type: 'kept-aside', item: toSetAside(told.waiting) });
    setPhase({ status: 'idle' });
  }

  return { phase, handIn, drop };
}

const toSetAside = ({ handIn, pressedAt }: WaitingHandIn): SetAside => ({ handIn, at: pressedAt, origin: 'this-tab' });

/** What was pressed on this page: where another tab was quicker, the same key asks what it came to. */
async function deliverHere(waiting: WaitingHandIn): Promise<Delivery> {
  const delivery = await deliver(waiting);
  return delivery.status === 'gone' ? send(waiting) : delivery;
}
