import { Notice } from '@/components/ui/notice';
import { sayCount } from '@/components/ui/say-count';
import { LookAgain } from './look-again';

interface CountingNoticeProps {
  readonly read: number;
  readonly people: number;
}

/** The first reading of a large cohort takes seconds: how far it is, instead of a page that does not come. */
export function CountingNotice({ read, people }: CountingNoticeProps) {
  return (
    <Notice title="The people of this cohort are being counted.">
      <p role="status">
        {sayCount(read)} of {sayCount(people)} so far. This page looks again by itself; without script, load it again in
        a few seconds.
      </p>
      <progress value={read} max={people} aria-label="People counted" />
      <LookAgain />
    </Notice>
  );
}
