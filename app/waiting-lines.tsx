import Link from 'next/link';
import { queuePath } from '@/components/reviews/queue-words';
import type { Actor } from '@/server/actor';
import { countUnseenNotices } from '@/server/notices';
import { selectDueCount } from '@/server/recall/queue';
import { countUnreadReplies } from '@/server/reports/reports';
import { countWaiting } from '@/server/reviews/queue';
import styles from './home.module.css';

const counted = (count: number, one: string, more: string) => (count === 1 ? `1 ${one}` : `${count} ${more}`);

/** Under the next step, one line for each thing that waits for this person; nothing where nothing does. */
export async function WaitingLines({ actor }: { readonly actor: Actor | null }) {
  // A decision that is due is among the cards to review.
  const [due, replies, notices] = await Promise.all([
    selectDueCount(actor),
    countUnreadReplies(actor),
    countUnseenNotices(actor),
  ]);
  const [desk] = actor && actor.reviews.length > 0 ? await countWaiting(actor) : [];
  const all = [
    {
      href: desk ? queuePath(desk.cohortId) : ('/' as const),
      count: desk?.waiting ?? 0,
      text: counted(desk?.waiting ?? 0, 'draft of others for you to review', 'drafts of others for you to review'),
    },
    { href: '/notices', count: notices, text: counted(notices, 'new message', 'new messages') },
    { href: '/review', count: due.today, text: counted(due.today, 'card to review today', 'cards to review today') },
    {
      href: '/account#replies',
      count: replies,
      text: counted(replies, 'new answer to a report of yours', 'new answers to your reports'),
    },
  ] as const;
  const lines = all.filter(({ count }) => count > 0);
  if (lines.length === 0) return null;
  return (
    <section className={styles.waiting} aria-labelledby="waiting">
      <h2 id="waiting">Waiting for you</h2>
      <ul>
        {lines.map(({ href, text }) => (
          <li key={href}>
            <Link href={href}>{text}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
