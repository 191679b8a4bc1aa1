'use client';

import { useRouter } from 'next/navigation';
import { type SyntheticEvent, useState } from 'react';
import { ActionList } from '@/components/palette/action-list';
import { matchActions } from '@/components/palette/actions';
import { searchPath } from '@/components/paths';
import { Dialog } from '@/components/ui/dialog';
import { Kbd } from '@/components/ui/kbd';
import styles from './search.module.css';
import { SearchField } from './search-field';
import { SearchResults } from './search-results';
import { outcomeOf, WHAT_IS_NOT, WHAT_IS_SEARCHED } from './search-words';
import { type SearchState, useSearch } from './use-search';

/** <dialog> gives its first focus to what carries the attribute, and React writes no such attribute. */
const takesFocus = (field: HTMLInputElement | null) => field?.setAttribute('autofocus', '');

/**
 * Arrow keys walk from the field through the results and back. Escape closes at once: a search field that holds words
 * would keep the first one to itself, to clear them.
 */
function listensToKeys(panel: HTMLElement | null) {
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape') {
      event.preventDefault();
      panel?.closest('dialog')?.close();
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const stops = [...(panel?.querySelectorAll<HTMLElement>('[data-search-field], [data-result]') ?? [])];
    const at = stops.findIndex((stop) => stop.contains(document.activeElement));
    const next = step === undefined || at < 0 ? undefined : stops[at + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }
  panel?.addEventListener('keydown', onKeyDown);
  return () => panel?.removeEventListener('keydown', onKeyDown);
}

export function SearchDialog({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  return (
    <Dialog title="Search the course" place="top" isOpen={isOpen} onClose={onClose}>
      <SearchPanel onClose={onClose} />
    </Dialog>
  );
}

/** Mounted anew each time the dialogue opens, so that it opens empty. */
function SearchPanel({ onClose }: { readonly onClose: () => void }) {
  const [state, ask] = useSearch();
  const [query, setQuery] = useState('');
  const router = useRouter();

  function hear(words: string) {
    setQuery(words);
    ask(words);
  }

  function openPage(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault();
    const query = String(new FormData(event.currentTarget).get('q') ?? '').trim();
    if (!query) return;
    onClose();
    router.push(searchPath(query));
  }

  return (
    <div className={styles.panel} ref={listensToKeys}>
      <SearchField
        input={{ ref: takesFocus, onInput: (event) => hear(event.currentTarget.value) }}
        onSubmit={openPage}
      />
      <p className={styles.outcome} role="status">
        {said(state, query)}
      </p>
      <ActionList query={query} onDone={onClose} />
      {state.status === 'answered' ? <SearchResults answer={state.answer} onFollow={onClose} /> : null}
      <p className={styles.hint}>
        <Kbd>↓</Kbd> <Kbd>↑</Kbd> through the results, <Kbd>Enter</Kbd> opens one; in the field, all results on a page.
      </p>
    </div>
  );
}

function said(state: SearchState, query: string): string {
  if (state.status === 'failed') return state.message;
  if (state.status === 'idle') return `${WHAT_IS_SEARCHED} ${WHAT_IS_NOT}`;
  const outcome = outcomeOf(state.answer);
  // A place to go to was found, even where the course holds no such words.
  if (state.answer.groups.length === 0 && matchActions(query).length > 0) return outcome;
  return state.answer.groups.length === 0 ? `${outcome} Try fewer or other words. ${WHAT_IS_SEARCHED}` : outcome;
}
