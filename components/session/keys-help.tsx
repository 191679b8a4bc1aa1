'use client';

import dynamic from 'next/dynamic';
import { openKeys, useKeysState } from './page-keys';
import { useShortcuts } from './use-shortcuts';

/** Fetched when somebody asks for it. */
const KeysDialog = dynamic(() => import('./keys-dialog').then((module) => module.KeysDialog), { ssr: false });

/** One for all pages: ? opens the list of keys, those of the page first. */
export function KeysHelp() {
  const state = useKeysState();
  useShortcuts({ '?': openKeys });
  // Closed it stays on the page, because only a dialogue that is there gives the focus back.
  return state === 'never' ? null : <KeysDialog isOpen={state === 'open'} />;
}
