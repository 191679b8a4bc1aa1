'use client';

import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import styles from './start.module.css';

/** A text to paste into a message; it can be edited here first, and is stored nowhere. */
export function CopyText({ label, text }: { readonly label: string; readonly text: string }) {
  const [value, setValue] = useState(text);
  const [isCopied, setIsCopied] = useState(false);
  const id = useId();

  async function copy() {
    // Over plain http there is no clipboard: the text is there to be selected.
    await navigator.clipboard?.writeText(value).then(
      () => setIsCopied(true),
      () => undefined,
    );
  }

  return (
    <div className={styles.text}>
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        rows={value.split('\n').length + 4}
        value={value}
        onChange={({ target }) => {
          setValue(target.value);
          setIsCopied(false);
        }}
      />
      <div className={styles.actions}>
        <Button size="small" onClick={() => void copy()}>
          Copy the text
        </Button>
        <span role="status">{isCopied ? 'Copied.' : ''}</span>
      </div>
    </div>
  );
}
