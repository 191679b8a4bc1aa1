'use client';

import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import styles from './start.module.css';

/** Letters that surely fit on a line of the box, on a phone too. */
const LINE = 44;

/** For browsers without `field-sizing`: room for every line as it wraps, so that none is cut. */
const rowsOf = (text: string) =>
  text.split('\n').reduce((rows, line) => rows + Math.max(1, Math.ceil(line.length / LINE)), 0);

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
        rows={rowsOf(value)}
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
