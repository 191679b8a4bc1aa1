'use client';

import { Fragment, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Kbd } from '@/components/ui/kbd';
import styles from './shortcut-help.module.css';
import { type Shortcuts, useShortcutChoice, useShortcuts } from './use-shortcuts';

type Row = readonly [keys: readonly string[], does: string];

/** On every page: components/search/search-opener.tsx listens. */
const SEARCH_ROW: Row = [['/'], 'search the course'];

interface ShortcutHelpProps {
  readonly shortcuts: Shortcuts;
  /** Keys and what they do, in the order to show; the site's own key for searching is added. */
  readonly rows: readonly Row[];
}

/** The shortcuts of a page at work, and the dialogue (also under ?) that lists them and can switch them off. */
export function ShortcutHelp({ shortcuts, rows }: ShortcutHelpProps) {
  const [isOpen, setIsOpen] = useState(false);
  const [choice, setChoice] = useShortcutChoice();
  useShortcuts({ ...shortcuts, '?': () => setIsOpen(true) });
  return (
    <>
      <Button kind="quiet" size="small" className={styles.open} onClick={() => setIsOpen(true)}>
        Keys <Kbd>?</Kbd>
      </Button>
      <Dialog title="Keys on this page" isOpen={isOpen} onClose={() => setIsOpen(false)}>
        <dl className={styles.keys}>
          {[...rows, SEARCH_ROW].map(([keys, does]) => (
            <Fragment key={does}>
              <dt>
                {keys.map((key) => (
                  <Fragment key={key}>
                    <Kbd>{key}</Kbd>{' '}
                  </Fragment>
                ))}
              </dt>
              <dd>{does}</dd>
            </Fragment>
          ))}
        </dl>
        <label className={styles.choice}>
          <input
            type="checkbox"
            checked={choice === 'on'}
            onChange={(event) => setChoice(event.target.checked ? 'on' : 'off')}
          />
          Single keys work on this device
        </label>
      </Dialog>
    </>
  );
}
