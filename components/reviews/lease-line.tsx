import Link from 'next/link';
import { LocalTime } from '@/components/ui/local-time';
import { Notice } from '@/components/ui/notice';
import { queuePath, reviewPath } from './queue-words';
import styles from './review-desk.module.css';
import type { LeaseState } from './use-lease';

interface LeaseLineProps {
  readonly lease: LeaseState;
  readonly nextId: string | null;
  readonly cohortId: string;
}

/** Whether the draft is the reader's for now, or somebody else is at it. */
export function LeaseLine({ lease, nextId, cohortId }: LeaseLineProps) {
  if (lease.state === 'taken')
    return (
      <Notice kind="caution" live="alert" title="Somebody is at this draft.">
        <p>
          They have it until <LocalTime at={lease.until} style="time" /> at the latest, or until they leave; this page
          looks again by itself. A decision of yours would be refused until then.{' '}
          <Link href={nextId ? reviewPath(nextId, cohortId) : queuePath(cohortId)} prefetch={false}>
            {nextId ? 'Go on with the next draft' : 'Back to the queue'}
          </Link>
        </p>
      </Notice>
    );
  return (
    <p className={styles.lease} role="status">
      {lease.state === 'asking' ? 'Asking whether somebody is at this draft …' : null}
      {lease.state === 'unknown' ? lease.message : null}
      {lease.state === 'held' ? (
        <>
          This draft is yours while the page is open (now until <LocalTime at={lease.until} style="time" />
          ). Others see that somebody is at it.
        </>
      ) : null}
    </p>
  );
}
