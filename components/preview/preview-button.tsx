'use client';

import { type ReactNode, useState } from 'react';
import { callApi } from '@/components/session/call-api';
import { Button, type ButtonKind } from '@/components/ui/button';
import styles from './preview.module.css';

interface PreviewButtonProps {
  readonly to: 'start' | 'end';
  /** Where to go on as the learner, or as oneself. */
  readonly path: string;
  readonly kind?: ButtonKind;
  readonly size?: 'normal' | 'small';
  readonly children: ReactNode;
}

/** Changes in whose place this browser looks. The page is loaded as a whole: everything on it was another person's. */
export function PreviewButton({ to, path, children, kind = 'secondary', size = 'normal' }: PreviewButtonProps) {
  const [state, setState] = useState<{ readonly isBusy: boolean; readonly problem: string }>({
    isBusy: false,
    problem: '',
  });
  async function change() {
    setState({ isBusy: true, problem: '' });
    const result = await callApi('/api/preview', { method: 'POST', body: { to } });
    if (result.ok) window.location.assign(path);
    else setState({ isBusy: false, problem: result.message });
  }
  return (
    <>
      <Button kind={kind} size={size} isBusy={state.isBusy} onClick={() => void change()}>
        {children}
      </Button>
      <span role="alert" className={styles.problem}>
        {state.problem}
      </span>
    </>
  );
}
