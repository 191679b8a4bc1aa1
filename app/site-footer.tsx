import Link from 'next/link';
import { ThemeSwitch } from '@/components/session/theme-switch';
import { currentRecipient } from '@/server/judge/current-judge';
import styles from './site-footer.module.css';

export function SiteFooter() {
  return (
    <footer className={styles.footer}>
      <div className={styles.inner}>
        <p>
          A course about one kind of decision: Rust, Go, both, or neither. It runs on your own machines, sends no work
          of yours anywhere else{currentRecipient() ? ' unless you ask for a second opinion' : ''}, and dates every fact
          it rests on.
        </p>
        <Link className={styles.glossary} href="/about" prefetch={false}>
          About the course
        </Link>
        <Link className={styles.glossary} href="/glossary" prefetch={false}>
          Glossary
        </Link>
        <Link className={styles.glossary} href="/accessibility" prefetch={false}>
          Accessibility
        </Link>
        <div className={styles.theme}>
          <ThemeSwitch />
        </div>
      </div>
    </footer>
  );
}
