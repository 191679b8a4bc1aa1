'use client';

import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { type KeyRow, openKeys, useOwnKeys } from './page-keys';
import styles from './shortcut-help.module.css';
import { type Shortcuts, useShortcuts } from './use-shortcuts';

interface ShortcutHelpProps {
  readonly shortcuts: Shortcuts;
  /** Keys and what they do, in the order to show; a constant. The site's own keys are added. */
  readonly rows: readonly KeyRow[];
}

/** The shortcuts of a page at work, and the button that lists them (also under ?). */
export function ShortcutHelp({ shortcuts, rows }: ShortcutHelpProps) {
  useShortcuts(shortcuts);
  useOwnKeys(rows);
  return (
    <Button kind="quiet" size="small" className={styles.open} onClick={openKeys}>
      Keys <Kbd>?</Kbd>
    </Button>
  );
}
