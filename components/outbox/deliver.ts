import { callApi } from '@/components/session/call-api';
import { withLock } from '@/components/session/with-lock';
import { forgetWaiting, readWaiting, type WaitingHandIn, waitingKey } from './waiting-hand-in';

/** gone: another tab has seen to it. waiting: no answer that settles anything. refused: the server will never take it. */
export type Delivery =
  | { readonly status: 'arrived'; readonly submissionId: string; readonly number: number }
  | { readonly status: 'waiting'; readonly message: string }
  | { readonly status: 'refused'; readonly message: string }
  | { readonly status: 'gone' };

/** Too many at once, or a request that was cut short: the same one may be taken in a minute. */
const PASSING = new Set([408, 425, 429]);

/**
 * Sends a hand-in that waits on this device, one at a time for all tabs. It leaves the device with an answer that
 * settles it, and stays for every other.
 */
export function deliver(waiting: WaitingHandIn): Promise<Delivery> {
  return withLock('defensible-hand-in', async () => {
    const kept = readWaiting(waitingKey(waiting.owner, waiting.scenarioId));
    if (kept?.key !== waiting.key) return { status: 'gone' };
    return send(waiting);
  });
}

/** Without looking at the device first: for a browser that keeps nothing. */
export async function send(waiting: WaitingHandIn): Promise<Delivery> {
  const { scenarioId, handIn, attempt, opinion, pastes, key, pressedAt } = waiting;
  const optional = { ...(opinion ? { opinion } : {}), ...(pastes ? { pastes } : {}) };
  const result = await callApi<{ submissionId: string; number: number }>('/api/submissions', {
    method: 'POST',
    body: { scenarioId, handIn, attempt, pressedAt: Math.max(0, pressedAt), ...optional },
    idempotencyKey: key,
  });
  if (result.ok) {
    forgetWaiting(waiting);
    return { status: 'arrived', ...result.value };
  }
  const { message } = result;
  if (result.reason !== 'refused' || PASSING.has(result.status)) return { status: 'waiting', message };
  forgetWaiting(waiting);
  return { status: 'refused', message };
}
