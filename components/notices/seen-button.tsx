'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { callApi } from '@/components/session/call-api';
import { Button } from '@/components/ui/button';

/** Marks what was on the page as seen; what came in since stays new. */
export function SeenButton({ until }: { readonly until: number }) {
  const [state, setState] = useState<{ readonly isBusy: boolean; readonly message: string }>({
    isBusy: false,
    message: '',
  });
  const router = useRouter();
  async function mark() {
    setState({ isBusy: true, message: '' });
    const result = await callApi('/api/notices/seen', { method: 'PUT', body: { until } });
    setState({ isBusy: false, message: result.ok ? '' : result.message });
    if (result.ok) router.refresh();
  }
  return (
    <div>
      <Button isBusy={state.isBusy} onClick={() => void mark()}>
        Mark all as seen
      </Button>
      <p role="alert">{state.message}</p>
    </div>
  );
}
