import { Notice } from '@/components/ui/notice';
import { LookAgain } from './look-again';

/** A submission without a grade yet: it is safe, and the page looks again by itself. */
export function Waiting() {
  return (
    <Notice kind="note" live="status" title="Your record is stored. Its grade is on the way.">
      <p>This page looks again every few seconds. You can close it; the result will be here.</p>
      <LookAgain />
    </Notice>
  );
}
