import Link from 'next/link';
import { LocalTime } from '@/components/ui/local-time';
import { Tag } from '@/components/ui/tag';
import type { NoticeView } from '@/schemas/notice';
import styles from './notice-list.module.css';

/** One's own news, newest first. What is new says so in a word. */
export function NoticeList({ notices }: { readonly notices: readonly NoticeView[] }) {
  return (
    <ul className={styles.list}>
      {notices.map(({ id, title, text, href, createdAt, isSeen }) => (
        <li key={id} className={styles.notice} data-new={isSeen ? undefined : ''}>
          <h2>
            {/* Where it leads was written by the server, and stays within the course. */}
            <Link href={href as '/'} prefetch={false}>
              {title}
            </Link>{' '}
            {isSeen ? null : <Tag tone="accent">new</Tag>}
          </h2>
          {text ? <p>{text}</p> : null}
          <p className={styles.when}>
            <LocalTime at={createdAt} />
          </p>
        </li>
      ))}
    </ul>
  );
}
