'use client';

import dynamic from 'next/dynamic';
import Link from 'next/link';
import { type MouseEvent, useState } from 'react';
import { useCommandK, useShortcuts } from '@/components/session/use-shortcuts';
import { Kbd } from '@/components/ui/kbd';
import styles from './search.module.css';

/** Fetched when somebody searches: a lesson that is only read does not pay for it. */
const SearchDialog = dynamic(() => import('./search-dialog').then((module) => module.SearchDialog), { ssr: false });

/** In the header of every page: a link to /search, which opens the dialogue instead where scripts run. */
export function SearchOpener() {
  const [state, setState] = useState<'never' | 'open' | 'closed'>('never');

  function open() {
    // The page for searching has the field already.
    const field = document.querySelector<HTMLElement>('main [data-search-field]');
    if (field) field.focus();
    else setState('open');
  }
  useShortcuts({ '/': open });
  useCommandK(() => setState('open'));

  function follow(event: MouseEvent) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open();
  }

  return (
    <>
      <Link href="/search" className={styles.opener} aria-keyshortcuts="/ Control+K" prefetch={false} onClick={follow}>
        <svg
          viewBox="0 0 16 16"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
          strokeLinecap="round"
          aria-hidden="true"
        >
          <path d="M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM10.4 10.4 14 14" />
        </svg>
        <span className={styles.openerWord}>Search</span>
        <span className={styles.openerKey} aria-hidden="true">
          <Kbd>/</Kbd>
        </span>
      </Link>
      {state === 'never' ? null : <SearchDialog isOpen={state === 'open'} onClose={() => setState('closed')} />}
    </>
  );
}
