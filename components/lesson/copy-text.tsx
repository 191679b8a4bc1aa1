'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import styles from './summary-card.module.css';

type State = 'ready' | 'copied' | 'refused';

const SAYS: Readonly<Record<State, string>> = {
  ready: '',
  copied: 'Copied.',
  refused: 'The browser did not allow copying: the text is selected, copy it with Ctrl C or Cmd C.',
};

/** Copies the visible text of the element with the id `from`; over plain http, where browsers refuse, it selects it instead. */
export function CopyText({ from }: { readonly from: string }) {
  const [state, setState] = useState<State>('ready');

  async function copy() {
    const source = document.getElementById(from);
    if (!source) return;
    try {
      await navigator.clipboard.writeText(source.innerText);
      setState('copied');
    } catch {
      getSelection()?.selectAllChildren(source);
      setState('refused');
    }
  }

  return (
    <>
      <span className={styles.said} role="status">
        {SAYS[state]}
      </span>
      <Button size="small" onClick={() => void copy()}>
        Copy
      </Button>
    </>
  );
}
