'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import styles from './cohort.module.css';

/** A link that is shown only now, to copy. */
export function SecretLink({ label, url }: { readonly label: string; readonly url: string }) {
  const [isCopied, setIsCopied] = useState(false);

  async function copy() {
    // Over plain http there is no clipboard: the text in the field is selected with one click or Tab.
    await navigator.clipboard?.writeText(url).then(
      () => setIsCopied(true),
      () => undefined,
    );
  }

  return (
    <div className={styles.form}>
      <Field label={label}>
        {(control) => (
          <input {...control} className={styles.link} readOnly value={url} onFocus={({ target }) => target.select()} />
        )}
      </Field>
      <div className={styles.actions}>
        <Button size="small" onClick={() => void copy()}>
          Copy the link
        </Button>
        <span role="status" className={styles.muted}>
          {isCopied ? 'Copied.' : ''}
        </span>
      </div>
    </div>
  );
}
