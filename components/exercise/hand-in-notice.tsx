import { OutboxLine } from '@/components/outbox/outbox-line';
import { Notice } from '@/components/ui/notice';
import type { HandInPhase } from './use-hand-in';

interface HandInNoticeProps {
  readonly phase: HandInPhase;
  readonly onDrop: () => void;
}

/** What became of a hand-in that did not go straight to its result. */
export function HandInNotice({ phase, onDrop }: HandInNoticeProps) {
  return <div role="alert">{phase.status === 'told' ? <Words phase={phase} onDrop={onDrop} /> : null}</div>;
}

function Words({
  phase,
  onDrop,
}: {
  readonly phase: Extract<HandInPhase, { status: 'told' }>;
  readonly onDrop: () => void;
}) {
  const { waiting, delivery, isEarlier, isKept } = phase;
  if (delivery.status === 'refused' && !isEarlier)
    return (
      <Notice kind="problem" title="The record was not handed in.">
        <p>{delivery.message} Your draft is kept; trying again cannot hand it in twice.</p>
      </Notice>
    );
  if (delivery.status === 'waiting' && !isKept)
    return (
      <Notice kind="problem" title="The record was not handed in.">
        <p>
          {delivery.message} This browser keeps nothing on this device: leave the page open, and press again if it is
          not handed in by itself.
        </p>
      </Notice>
    );
  return <OutboxLine told={{ waiting, delivery }} onDrop={onDrop} isHere />;
}
