'use client';

import { Button } from '@/components/ui/button';
import { LinkButton } from '@/components/ui/link-button';
import styles from './message-page.module.css';

interface ErrorPageProps {
  readonly error: Error & { readonly digest?: string };
  readonly reset: () => void;
}

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  return (
    <div className={styles.page} role="alert">
      <p className={styles.eyebrow}>This page failed</p>
      <h1>The server could not make this page</h1>
      <p>
        Everything handed in is stored, and drafts are kept here and on the server. Try once more; if it fails again,
        tell whoever runs this course, with the reference below.
      </p>
      <div className={styles.actions}>
        <Button kind="primary" onClick={reset}>
          Try again
        </Button>
        <LinkButton href="/">Go to the course</LinkButton>
      </div>
      {error.digest ? <p className={styles.detail}>Reference: {error.digest}</p> : null}
    </div>
  );
}
