import { LocalTime } from '@/components/ui/local-time';

interface PressedAtProps {
  readonly pressedAt: number | null;
  readonly submittedAt: number;
}

/** Sending takes a moment, and few clocks are exact: a smaller difference says nothing. */
const WORTH_SAYING_MS = 60_000;

/** Why a draft may have come in later than its writer says: they were offline, or their clock is wrong. */
export function PressedAt({ pressedAt, submittedAt }: PressedAtProps) {
  if (pressedAt === null || Math.abs(submittedAt - pressedAt) <= WORTH_SAYING_MS) return null;
  return (
    <>
      {' '}
      (by the clock of the writer’s device <LocalTime at={pressedAt} />, which nobody has checked; dates go by the time
      here)
    </>
  );
}
