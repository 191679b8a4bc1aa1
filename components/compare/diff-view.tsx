'use client';

import dynamic from 'next/dynamic';
import { type ReactNode, useState } from 'react';
import { useIsDesk } from '@/components/exercise/use-is-desk';
import { Button } from '@/components/ui/button';
import type { Preferences } from '@/schemas/roster';
import styles from './compare.module.css';

const MonacoDiff = dynamic(() => import('../monaco-diff').then((module) => module.MonacoDiff), { ssr: false });

type Phase = 'loading' | 'ready' | 'failed';

interface DiffViewProps {
  readonly before: string;
  readonly after: string;
  readonly preferred: Preferences['editor'];
  /** The marked text from the server: what is there without JavaScript, on a phone and for those who prefer it. */
  readonly children: ReactNode;
}

/** What changed in the text: side by side in the editor at a desk, else one text with marks; either a click away. */
export function DiffView({ before, after, preferred, children }: DiffViewProps) {
  const isDesk = useIsDesk();
  const [choice, setChoice] = useState(preferred);
  const [phase, setPhase] = useState<Phase>('loading');
  const wantsEditor = isDesk && choice === 'monaco' && phase !== 'failed';
  const isEditorShown = wantsEditor && phase === 'ready';

  function toggle() {
    setPhase('loading');
    setChoice(wantsEditor ? 'plain' : 'monaco');
  }

  return (
    <section className={styles.view} aria-labelledby="text-heading">
      <div className={styles.bar}>
        <h2 id="text-heading">The text</h2>
        {isDesk ? (
          <Button kind="quiet" size="small" onClick={toggle}>
            {wantsEditor ? 'Show it as one marked text' : 'Show it side by side in the editor'}
          </Button>
        ) : null}
      </div>
      {phase === 'failed' ? (
        <p className={styles.key} role="status">
          The editor could not be loaded; the marked text below says the same.
        </p>
      ) : null}
      {wantsEditor ? (
        <div className={styles.frame} hidden={!isEditorShown}>
          <MonacoDiff
            before={before}
            after={after}
            isShown={isEditorShown}
            onReady={() => setPhase('ready')}
            onFail={() => setPhase('failed')}
          />
        </div>
      ) : null}
      <div hidden={isEditorShown}>{children}</div>
    </section>
  );
}
