'use client';

import Link from 'next/link';
import styles from '@/components/search/search.module.css';
import { openKeys } from '@/components/session/page-keys';
import { setTheme } from '@/components/session/theme';
import { matchActions, type PaletteAction } from './actions';

interface ActionListProps {
  readonly query: string;
  /** Called when an action is taken, so that the dialogue closes. */
  readonly onDone: () => void;
}

/** The actions that fit what is typed, in the list through which the arrow keys walk. */
export function ActionList({ query, onDone }: ActionListProps) {
  const actions = matchActions(query);
  if (actions.length === 0) return null;
  return (
    <section className={styles.group} aria-label="Go to">
      <h3 className={styles.kind}>Go to</h3>
      <ul className={styles.actions}>
        {actions.map((action) => (
          <li key={action.title}>
            <Action action={action} onDone={onDone} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Action({ action, onDone }: { readonly action: PaletteAction; readonly onDone: () => void }) {
  if (action.type === 'go')
    return (
      <Link href={action.path} className={styles.action} prefetch={false} data-result="" onClick={onDone}>
        {action.title}
      </Link>
    );
  function act() {
    onDone();
    if (action.type === 'theme') setTheme(action.theme);
    if (action.type === 'keys') openKeys();
  }
  return (
    <button type="button" className={styles.action} data-result="" onClick={act}>
      {action.title}
    </button>
  );
}
