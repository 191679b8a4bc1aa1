'use client';

import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import styles from './assignments.module.css';

/** Something to copy that is shown once. */
export function SecretField({ label, value }: { readonly label: string; readonly value: string }) {
  const [isCopied, setIsCopied] = useState(false);
  const field = useRef<HTMLInputElement>(null);

  async function copy() {
    field.current?.select();
    // Over plain http there is no clipboard: the selected text is then one key press away.
    await navigator.clipboard?.writeText(value).catch(() => undefined);
    setIsCopied(Boolean(navigator.clipboard));
  }

  return (
    <Field label={label}>
      {(control) => (
        <span className={styles.secret}>
          <input {...control} ref={field} readOnly value={value} onFocus={(event) => event.target.select()} />
          <Button onClick={() => void copy()}>{isCopied ? 'Copied' : 'Copy'}</Button>
        </span>
      )}
    </Field>
  );
}
