'use client';

import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import styles from './account-form.module.css';
import { useCall } from './use-call';

/** Makes an account of its own for somebody whose address another account has. */
export function GoOnButton() {
  const { send, isBusy, problem } = useCall();

  async function go() {
    const made = await send<{ readonly location: string }>('/api/auth/sso/account', { method: 'POST' });
    if (made) window.location.assign(made.location);
  }

  return (
    <div className={styles.form}>
      <Button isBusy={isBusy} onClick={() => void go()}>
        Go on with a new account
      </Button>
      {problem() ? (
        <Notice kind="problem" live="alert">
          <p>{problem()}</p>
        </Notice>
      ) : null}
    </div>
  );
}
