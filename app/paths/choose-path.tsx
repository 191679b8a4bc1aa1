'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { callApi } from '@/components/session/call-api';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { VisuallyHidden } from '@/components/ui/visually-hidden';

interface ChoosePathProps {
  /** Null: no path, all modules. */
  readonly pathId: string | null;
  readonly title: string;
  readonly isChosen: boolean;
}

/** Follows a path, or stops following it: the same button undoes what it did. */
export function ChoosePath({ pathId, title, isChosen }: ChoosePathProps) {
  const [isSending, setIsSending] = useState(false);
  const [isRefreshing, startRefresh] = useTransition();
  const [problem, setProblem] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const router = useRouter();

  async function choose() {
    setIsSending(true);
    const body = { pathId: isChosen ? null : pathId };
    const result = await callApi<{ pathId: string | null }>('/api/path', { method: 'PUT', body });
    setIsSending(false);
    setProblem(result.ok ? null : result.message);
    if (!result.ok) return;
    setSaid(result.value.pathId ? `You follow the path ${title} now.` : 'You follow no path now: all modules.');
    startRefresh(() => router.refresh());
  }

  return (
    <>
      <Button
        kind={isChosen ? 'secondary' : 'primary'}
        isBusy={isSending || isRefreshing}
        onClick={() => void choose()}
      >
        {isChosen ? 'Stop following' : 'Follow'}
        <VisuallyHidden>{isChosen ? `the path ${title}` : pathId ? `the path ${title}` : 'all modules'}</VisuallyHidden>
      </Button>
      <span role="status">
        <VisuallyHidden>{said}</VisuallyHidden>
      </span>
      {problem ? (
        <Notice kind="problem" live="alert" title="Your choice is not stored.">
          <p>{problem}</p>
        </Notice>
      ) : null}
    </>
  );
}
