import type { Metadata } from 'next';
import { SignInHint } from '@/components/instructor/sign-in-hint';
import { NoticeList } from '@/components/notices/notice-list';
import { SeenButton } from '@/components/notices/seen-button';
import { Empty } from '@/components/ui/empty';
import { currentActor } from '@/server/actor';
import { selectNotices } from '@/server/notices';
import styles from '../instructor/instructor.module.css';

export const metadata: Metadata = { title: 'Messages' };

export default async function NoticesPage() {
  const actor = await currentActor();
  if (!actor) return <SignInHint what="Messages belong to the person that they are for." />;
  const notices = await selectNotices(actor);
  const newest = Math.max(0, ...notices.map(({ createdAt }) => createdAt));
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>Messages</h1>
        <p className={styles.note}>What others did that concerns you. A message is new until you mark it as seen.</p>
      </header>
      {notices.length === 0 ? (
        <Empty>
          <p>No messages yet. When a person has looked at a draft of yours, it says so here.</p>
        </Empty>
      ) : (
        <>
          {notices.some(({ isSeen }) => !isSeen) ? <SeenButton until={newest} /> : null}
          <NoticeList notices={notices} />
        </>
      )}
    </div>
  );
}
