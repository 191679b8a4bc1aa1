'use client';

import { useRouter } from 'next/navigation';
import { useCall } from '@/components/session/use-call';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import styles from './letters.module.css';

/** Needs nobody to be signed in. Afterwards the page says what is so now. */
export function StopButton({ token }: { readonly token: string }) {
  const { send, isBusy, problem } = useCall();
  const router = useRouter();

  async function stop() {
    if ((await send(`/api/letters/${encodeURIComponent(token)}`, { method: 'POST' })) !== null) router.refresh();
  }

  return (
    <div className={styles.stop}>
      <Button kind="primary" isBusy={isBusy} onClick={() => void stop()}>
        Stop all letters
      </Button>
      {problem() ? (
        <Notice kind="problem" live="alert">
          <p>{problem()}</p>
        </Notice>
      ) : null}
      <noscript>Without JavaScript, stop them on the account page, or with the button of your mail program.</noscript>
    </div>
  );
}
