'use client';

import type { Route } from 'next';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import styles from './desk-nav.module.css';

export interface NavLink {
  readonly href: Route;
  readonly label: string;
}

interface NavLinksProps {
  readonly label: string;
  readonly links: readonly NavLink[];
}

/** The views of the desk or of one cohort; the one on the screen is marked, in words for those who do not see the line. */
export function NavLinks({ label, links }: NavLinksProps) {
  const path = usePathname();
  return (
    <nav aria-label={label} className={styles.nav}>
      <ul>
        {links.map(({ href, label: text }) => (
          <li key={href}>
            <Link href={href} prefetch={false} aria-current={path === href ? 'page' : undefined}>
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
