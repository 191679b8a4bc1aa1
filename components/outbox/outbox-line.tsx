import { exercisePath } from '@/components/paths';
import { Button } from '@/components/ui/button';
import { LinkButton } from '@/components/ui/link-button';
import { LocalTime } from '@/components/ui/local-time';
import { Notice } from '@/components/ui/notice';
import type { Delivery } from './deliver';
import type { WaitingHandIn } from './waiting-hand-in';

/** What a page says of one hand-in that had waited on this device. */
export interface Told {
  readonly waiting: WaitingHandIn;
  readonly delivery: Delivery;
}

interface OutboxLineProps {
  readonly told: Told;
  /** Does not hand it in after all; its text stays on this device. */
  readonly onDrop: () => void;
  /** The page is that of the exercise itself. */
  readonly isHere?: boolean;
}

/** What became of it, in words. */
export function OutboxLine({ told: { waiting, delivery }, onDrop, isHere = false }: OutboxLineProps) {
  const { scenarioId, pressedAt } = waiting;
  switch (delivery.status) {
    case 'arrived':
      return (
        <Notice
          kind="done"
          title={`Your record for exercise ${scenarioId} has been handed in as draft ${delivery.number}.`}
          actions={
            <LinkButton href={`/results/${delivery.submissionId}`} size="small">
              See what it came to
            </LinkButton>
          }
        >
          <p>
            You pressed “Hand in” on <LocalTime at={pressedAt} />, and the answer had not reached this device. It counts
            once.
          </p>
        </Notice>
      );
    case 'waiting':
      return (
        <Notice
          kind="caution"
          title={`Your record for exercise ${scenarioId} is not handed in yet.`}
          actions={
            <Button kind="quiet" size="small" onClick={onDrop}>
              Do not hand it in
            </Button>
          }
        >
          <p>
            It has been on this device since you pressed “Hand in” on <LocalTime at={pressedAt} />, and is sent by
            itself, once, as soon as the server answers: here, or when you next open the course in this browser. What
            you write after that is not in it.
          </p>
        </Notice>
      );
    case 'refused':
      return (
        <Notice
          kind="problem"
          title={`Your record for exercise ${scenarioId} was not taken.`}
          actions={
            isHere ? null : (
              <LinkButton href={exercisePath(scenarioId)} size="small">
                Open the exercise
              </LinkButton>
            )
          }
        >
          <p>
            {delivery.message} The text that you handed in on <LocalTime at={pressedAt} /> is among the versions set
            aside below the record.
          </p>
        </Notice>
      );
    case 'gone':
      return null;
    default:
      return delivery satisfies never;
  }
}
