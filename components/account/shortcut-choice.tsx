'use client';

import { useShortcutChoice } from '@/components/session/use-shortcuts';
import styles from './own-data.module.css';

/** The same choice as in the list of keys, where it can be found without one. */
export function ShortcutChoice() {
  const [choice, setChoice] = useShortcutChoice();
  return (
    <label className={styles.choice}>
      <input
        type="checkbox"
        checked={choice === 'on'}
        onChange={(event) => setChoice(event.target.checked ? 'on' : 'off')}
      />
      Single keys such as /, j and n work on this device. They never do while you type.
    </label>
  );
}
