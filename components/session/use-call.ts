'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { type ApiCall, callApi } from './call-api';

export type CallState =
  | { readonly status: 'ready' }
  | { readonly status: 'working' }
  | { readonly status: 'failed'; readonly message: string; readonly path: string | null };

/** One write at a time from a form or a button. After `call` went through, the page around it is read again. */
export function useCall() {
  const [state, setState] = useState<CallState>({ status: 'ready' });
  const router = useRouter();

  async function send<Reply>(
    path: string,
    { method, body = {} }: Pick<ApiCall, 'method' | 'body'>,
  ): Promise<Reply | null> {
    setState({ status: 'working' });
    const result = await callApi<Reply>(path, { method, body });
    setState(result.ok ? { status: 'ready' } : { status: 'failed', message: result.message, path: result.path });
    return result.ok ? result.value : null;
  }

  async function call<Reply>(path: string, asked: Pick<ApiCall, 'method' | 'body'>): Promise<Reply | null> {
    const value = await send<Reply>(path, asked);
    if (value !== null) router.refresh();
    return value;
  }

  return {
    call,
    /** The same, and the page stays as it is: for what would vanish with the answer to it. */
    send,
    isBusy: state.status === 'working',
    /** The sentence for one field, where the refusal was about it. */
    errorFor: (path: string) => (state.status === 'failed' && state.path === path ? state.message : undefined),
    /** The sentence for everything else. */
    problem: (...fields: readonly string[]) =>
      state.status === 'failed' && !(state.path !== null && fields.includes(state.path)) ? state.message : null,
    refuse: (message: string, path: string | null = null) => setState({ status: 'failed', message, path }),
    reset: () => setState({ status: 'ready' }),
  };
}
