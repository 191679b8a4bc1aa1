'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { callApi } from '@/components/session/call-api';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import styles from './contrary.module.css';
import { contraryPath } from './contrary-path';

type Opening =
  | { readonly status: 'idle' }
  | { readonly status: 'opening' }
  | { readonly status: 'refused'; readonly message: string };

/** Asks for the other side and goes to its page. */
export function OpenButton({ submissionId }: { readonly submissionId: string }) {
  const [opening, setOpening] = useState<Opening>({ status: 'idle' });
  const router = useRouter();

  async function open() {
    setOpening({ status: 'opening' });
    const result = await callApi(`/api/contrary/${submissionId}/opening`, { method: 'POST', body: {} });
    if (result.ok) router.push(contraryPath(submissionId));
    else setOpening({ status: 'refused', message: result.message });
  }

  return (
    <div className={styles.opener}>
      <Button kind="primary" isBusy={opening.status === 'opening'} onClick={() => void open()}>
        {opening.status === 'opening' ? 'Opening…' : 'Show me the other side'}
      </Button>
      {opening.status === 'refused' ? (
        <Notice kind="problem" live="alert" title="The other side could not be opened.">
          <p>{opening.message}</p>
        </Notice>
      ) : null}
    </div>
  );
}
