'use client';

import { Fragment } from 'react';
import { Dialog } from '@/components/ui/dialog';
import { Kbd } from '@/components/ui/kbd';
import { closeKeys, type KeyRow, usePageKeys } from './page-keys';
import styles from './shortcut-help.module.css';
import { commandKey, useShortcutChoice } from './use-shortcuts';

/** The list of keys, which can also switch the single ones off (WCAG 2.1.4). */
export function KeysDialog({ isOpen }: { readonly isOpen: boolean }) {
  const [choice, setChoice] = useShortcutChoice();
  const ofPage = usePageKeys();
  const everywhere: readonly KeyRow[] = [
    [['/'], 'search the course'],
    [[commandKey(), 'K'], 'search, or go anywhere, also while you type in a field'],
    [['?'], 'this list'],
  ];
  return (
    <Dialog title="Keys on this page" isOpen={isOpen} onClose={closeKeys}>
      <dl className={styles.keys}>
        {[...ofPage, ...everywhere].map(([keys, does]) => (
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
  );
}
