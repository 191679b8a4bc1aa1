'use client';

import type { Route } from 'next';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { markOf } from './current-link';
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
  const bar = useRef<HTMLElement>(null);
  // On a phone the bar is wider than the window: what is marked comes into sight, and the page itself stays where it is.
  useEffect(() => {
    const marked = bar.current?.querySelector<HTMLElement>('[aria-current]');
    if (path && bar.current && marked)
      bar.current.scrollLeft = marked.offsetLeft - (bar.current.clientWidth - marked.offsetWidth) / 2;
  }, [path]);
  return (
    <nav ref={bar} aria-label={label} className={styles.nav}>
      <ul>
        {links.map(({ href, label: text }) => (
          <li key={href}>
            <Link href={href} prefetch={false} aria-current={markOf(href, path, links)}>
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
