import Link from 'next/link';
import { SearchOpener } from '@/components/search/search-opener';
import { ThemeSwitch } from '@/components/session/theme-switch';
import { currentActor } from '@/server/actor';
import { isStaff } from '@/server/authority';
import styles from './site-header.module.css';

/**
 * The instructor link is a convenience; the page behind it checks for itself. No link is fetched ahead: every page has
 * them, they are rendered per person, and a page read would cost the server six.
 */
export async function SiteHeader() {
  const actor = await currentActor();
  return (
    <header className={styles.header}>
      <div className={styles.inner}>
        <Link href="/" prefetch={false} className={styles.wordmark} aria-label="Defensible, course home">
          <span>Defensible</span>
        </Link>
        <SearchOpener />
        <nav className={styles.nav} aria-label="Main">
          <ul>
            <li>
              <Link href="/" prefetch={false}>
                Course
              </Link>
            </li>
            <li>
              <Link href="/cases" prefetch={false}>
                Cases
              </Link>
            </li>
            <li>
              <Link href="/review" prefetch={false}>
                Review
              </Link>
            </li>
            <li>
              <Link href="/studio" prefetch={false}>
                Studio
              </Link>
            </li>
            {actor && isStaff(actor) ? (
              <li>
                <Link href="/instructor" prefetch={false}>
                  Instructor
                </Link>
              </li>
            ) : null}
            <li>
              <Link href="/account" prefetch={false}>
                <span className={styles.name}>{actor && !actor.isGuest ? actor.name : 'Account'}</span>
              </Link>
            </li>
          </ul>
        </nav>
        <div className={styles.theme}>
          <ThemeSwitch />
        </div>
      </div>
    </header>
  );
}
