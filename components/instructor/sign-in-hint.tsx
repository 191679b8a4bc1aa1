import { LinkButton } from '@/components/ui/link-button';
import styles from './sign-in-hint.module.css';

/** For a visitor without a session on a page that belongs to somebody. */
export function SignInHint({ what }: { readonly what: string }) {
  return (
    <div className={styles.page}>
      <h1>Sign in to see this page</h1>
      <p>{what} This browser is not signed in as anybody.</p>
      <p>
        <LinkButton href="/account" kind="primary">
          Sign in
        </LinkButton>
      </p>
    </div>
  );
}
