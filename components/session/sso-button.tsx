'use client';

import { Button, type ButtonKind } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import styles from './account-form.module.css';
import { useCall } from './use-call';

interface SsoButtonProps {
  /** The handler that answers where to go. */
  readonly path: '/api/auth/sso' | '/api/account/identity';
  readonly kind?: ButtonKind;
  readonly children: string;
}

/** Leaves for the provider of single sign-on; signing in ends on the page where it began. */
export function SsoButton({ path, kind = 'primary', children }: SsoButtonProps) {
  const { send, isBusy, problem } = useCall();

  async function go() {
    const body = path === '/api/auth/sso' ? { returnTo: window.location.pathname } : {};
    const begun = await send<{ readonly url: string }>(path, { method: 'POST', body });
    if (begun) window.location.assign(begun.url);
  }

  return (
    <div className={styles.form}>
      <Button kind={kind} isBusy={isBusy} onClick={() => void go()}>
        {children}
      </Button>
      {problem() ? (
        <Notice kind="problem" live="alert">
          <p>{problem()}</p>
        </Notice>
      ) : null}
      <noscript>Signing in needs JavaScript in this browser.</noscript>
    </div>
  );
}
