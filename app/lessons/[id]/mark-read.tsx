'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { PagePath } from '@/components/paths';
import { callApi } from '@/components/session/call-api';
import { Button } from '@/components/ui/button';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import styles from './lesson.module.css';

interface MarkReadProps {
  readonly lessonId: string;
  readonly quizPath: PagePath;
  readonly isRead: boolean;
}

/** Reading counts when the reader says so, not when a page has been scrolled. */
export function MarkRead({ lessonId, quizPath, isRead }: MarkReadProps) {
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const router = useRouter();

  async function markRead() {
    setIsBusy(true);
    const result = await callApi<{ readAt: number }>(`/api/lessons/${lessonId}/read`, { method: 'PUT', body: {} });
    setIsBusy(false);
    setProblem(result.ok ? null : result.message);
    if (result.ok) router.push(quizPath);
  }

  if (isRead)
    return (
      <div className={styles.endActions}>
        <LinkButton href={quizPath} kind="primary">
          Go to the quiz
        </LinkButton>
        <p>
          <span aria-hidden="true">✓ </span>You have marked this lesson as read.
        </p>
      </div>
    );
  return (
    <>
      <div className={styles.endActions}>
        <Button kind="primary" isBusy={isBusy} onClick={() => void markRead()}>
          Mark as read and go to the quiz
        </Button>
        <LinkButton href={quizPath} kind="quiet">
          Quiz first
        </LinkButton>
      </div>
      {problem ? (
        <Notice kind="problem" live="alert" title="The lesson is not marked as read yet.">
          <p>{problem}</p>
        </Notice>
      ) : null}
    </>
  );
}
