'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { callApi } from './call-api';

/** A guest who signs out cannot come back, so they are asked; everybody else simply leaves. */
export function SignOut({ isGuest }: { readonly isGuest: boolean }) {
  const [isAsking, setIsAsking] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const router = useRouter();

  async function signOut() {
    setIsBusy(true);
    const result = await callApi('/api/auth/sign-out', { method: 'POST', body: {} });
    setIsBusy(false);
    setIsAsking(false);
    setProblem(result.ok ? null : result.message);
    if (result.ok) router.refresh();
  }

  return (
    <>
      <Button isBusy={isBusy} onClick={() => (isGuest ? setIsAsking(true) : void signOut())}>
        {isGuest ? 'Leave this guest behind' : 'Sign out'}
      </Button>
      {problem ? (
        <Notice kind="problem" live="alert" title="You are still signed in.">
          <p>{problem}</p>
        </Notice>
      ) : null}
      <Dialog title="Leave this guest behind?" isOpen={isAsking} onClose={() => setIsAsking(false)}>
        <p>
          Nobody can open this guest’s work again, on this browser or any other. Create an account instead if you want
          to keep it.
        </p>
        <div>
          <Button kind="primary" isBusy={isBusy} onClick={() => void signOut()}>
            Leave it behind
          </Button>{' '}
          <Button kind="quiet" onClick={() => setIsAsking(false)}>
            Keep it
          </Button>
        </div>
      </Dialog>
    </>
  );
}
