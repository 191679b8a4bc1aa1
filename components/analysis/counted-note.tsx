import { LookAgain } from '@/components/dashboard/look-again';
import { LocalTime } from '@/components/ui/local-time';
import { Notice } from '@/components/ui/notice';

interface CountedNoteProps {
  readonly countedAt: number;
  readonly isRecounting: boolean;
}

/** When the figures were counted. */
export function CountedNote({ countedAt, isRecounting }: CountedNoteProps) {
  return (
    <>
      Counted <LocalTime at={countedAt} style="stamp" />.
      {isRecounting ? ' They are being counted anew; load the page again in a moment.' : ''}
    </>
  );
}

/** The first count of many answers takes longer than a page should. */
export function Counting() {
  return (
    <Notice title="The answers are being counted.">
      <p>
        There are many of them, and what is counted stays. This page looks again by itself; without script, load it
        again in half a minute.
      </p>
      <LookAgain />
    </Notice>
  );
}
