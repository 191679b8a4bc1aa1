import Link from 'next/link';
import type { Actor } from '@/server/actor';
import { countUnreadReplies } from '@/server/reports/reports';
import styles from './home.module.css';

/** Under the next step, one line for each thing that waits for this person; nothing where nothing does. */
export async function WaitingLines({ actor }: { readonly actor: Actor | null }) {
  const replies = await countUnreadReplies(actor);
  if (replies === 0) return null;
  return (
    <ul className={styles.waiting} aria-label="Waiting for you">
      <li>
        <Link href="/account#replies">
          {replies === 1 ? '1 new answer to a report of yours' : `${replies} new answers to your reports`}
        </Link>
      </li>
    </ul>
  );
}
