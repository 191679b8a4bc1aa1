import type { Metadata } from 'next';
import { SearchField } from '@/components/search/search-field';
import { LinkButton } from '@/components/ui/link-button';
import styles from './message-page.module.css';

export const metadata: Metadata = { title: 'No such page' };

export default function NotFound() {
  return (
    <div className={styles.page}>
      <p className={styles.eyebrow}>404</p>
      <h1>There is no page at this address</h1>
      <p>
        Either the address has a slip in it, or it points at work that belongs to somebody else; the course does not say
        which. Your own drafts and results are untouched.
      </p>
      <SearchField input={{ defaultValue: '' }} />
      <div className={styles.actions}>
        <LinkButton href="/" kind="primary">
          Go to the course
        </LinkButton>
        <LinkButton href="/account">Sign in as somebody else</LinkButton>
      </div>
    </div>
  );
}
