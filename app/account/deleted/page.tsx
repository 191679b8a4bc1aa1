import type { Metadata } from 'next';
import { LinkButton } from '@/components/ui/link-button';
import styles from '../../message-page.module.css';

export const metadata: Metadata = { title: 'Deleted' };

export default function DeletedPage() {
  return (
    <div className={styles.page}>
      <h1>Deleted</h1>
      <p>
        Your work and whatever named you are gone from this course. Lessons stay open to you; your next answer would
        begin anew, as a guest.
      </p>
      <div>
        <LinkButton href="/">To the course</LinkButton>
      </div>
    </div>
  );
}
