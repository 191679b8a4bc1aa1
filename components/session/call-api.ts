import type { ApiError } from '@/schemas/api';
import { withLock } from './with-lock';

/** What a call came to. Being offline or signed out is a value: the caller's text is still on the screen. */
export type ApiResult<Reply> =
  | { readonly ok: true; readonly status: number; readonly value: Reply }
  | {
      readonly ok: false;
      /** offline: nothing arrived; session-expired: choose who to be; refused: the server said why; broken: it failed. */
      readonly reason: 'offline' | 'session-expired' | 'refused' | 'broken';
      readonly status: number;
      readonly code: string;
      /** A sentence to show. */
      readonly message: string;
      /** The field of the body that was refused, if one was. */
      readonly path: string | null;
      /** The whole reply body, where a refusal carries more (a stale draft carries the stored one). */
      readonly detail: unknown;
    };

export interface ApiCall {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly body?: unknown;
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
}

/** Dispatched on window when the server no longer knows this browser's session; <SessionNotice> listens. */
export const SESSION_EXPIRED_EVENT = 'defensible:session-expired';
/** Dispatched when a call went through after all, signing in included: the notice can go. */
export const SESSION_LIVE_EVENT = 'defensible:session-live';

/**
 * One call to our own server. A visitor without a session becomes a guest on the first write: the call is made again
 * with the same idempotency key once the guest exists. `Reply` is the type the handler promises (docs/api.md);
 * the browser does not parse it a second time.
 */
export async function callApi<Reply>(path: string, call: ApiCall): Promise<ApiResult<Reply>> {
  const first = isKnownVisitor(path) ? null : await send<Reply>(path, call);
  const result = first === null || isNoSession(first) ? await callAsNewGuest<Reply>(path, call, first) : first;
  if (result.ok) noteSession();
  if (result.ok) window.dispatchEvent(new Event(SESSION_LIVE_EVENT));
  if (!result.ok && result.reason === 'session-expired') window.dispatchEvent(new Event(SESSION_EXPIRED_EVENT));
  return result;
}

/** Handlers that work without a session: nobody becomes a guest in order to sign in, or to stop letters. */
const WITHOUT_SESSION = /^\/api\/(auth|guest|letters|password-resets)\//;

/**
 * Whether the page was rendered for a visitor who has no session cookie at all (app/layout.tsx): then asking first would
 * only earn a refusal. Without that knowledge the call is tried as it is.
 */
function isKnownVisitor(path: string): boolean {
  return typeof document !== 'undefined' && document.body.dataset.session === 'none' && !WITHOUT_SESSION.test(path);
}

function noteSession(): void {
  if (typeof document !== 'undefined') document.body.dataset.session = 'live';
}

/**
 * Under one lock for all tabs. A call that was refused is tried again first, because another tab may have become a guest
 * a moment ago; one that was not made yet asks for a guest, which answers with the living session where there is one.
 */
function callAsNewGuest<Reply>(
  path: string,
  call: ApiCall,
  refused: ApiResult<Reply> | null,
): Promise<ApiResult<Reply>> {
  return withLock('defensible-guest', async () => {
    const again = refused && (await send<Reply>(path, call));
    if (again && !isNoSession(again)) return again;
    const guest = await becomeGuest();
    return guest.ok ? send<Reply>(path, call) : guest;
  });
}

/** The same without a person behind it: asking what is public makes nobody a guest. */
export function readPublic<Reply>(path: string, signal: AbortSignal): Promise<ApiResult<Reply>> {
  return send(path, { method: 'GET', signal });
}

export function becomeGuest(): Promise<ApiResult<{ readonly learnerId: string }>> {
  return send('/api/guest', { method: 'POST', body: {} });
}

function isNoSession(result: ApiResult<unknown>): boolean {
  return !result.ok && result.code === 'no-session';
}

async function send<Reply>(path: string, { method, body, idempotencyKey, signal }: ApiCall): Promise<ApiResult<Reply>> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (body !== undefined) headers['content-type'] = 'application/json';
  if (idempotencyKey) headers['idempotency-key'] = idempotencyKey;
  try {
    const response = await fetch(path, {
      method,
      headers,
      credentials: 'same-origin',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
    const reply: unknown = await response.json().catch(() => null);
    if (response.ok) return { ok: true, status: response.status, value: reply as Reply };
    return refusal(response.status, reply);
  } catch {
    // fetch rejects only when no reply arrived (or the caller aborted): nothing can be said about the server.
    const message = 'The server cannot be reached. What you entered is still here; try again when you are back online.';
    return { ok: false, reason: 'offline', status: 0, code: 'offline', message, path: null, detail: null };
  }
}

function refusal(status: number, reply: unknown): Extract<ApiResult<never>, { ok: false }> {
  const {
    code,
    message,
    path = null,
  } = readError(reply) ?? {
    code: 'unreadable-reply',
    message: `The server answered with status ${status} and no explanation. Nothing you entered is lost; try again in a minute.`,
  };
  const reason = code === 'session-expired' ? 'session-expired' : status >= 500 ? 'broken' : 'refused';
  return { ok: false, reason, status, code, message, path, detail: reply };
}

/** Read with care: a proxy in between may answer with something of its own. */
function readError(reply: unknown): ApiError['error'] | null {
  if (typeof reply !== 'object' || reply === null || !('error' in reply)) return null;
  const { error } = reply;
  if (typeof error !== 'object' || error === null || !('code' in error) || !('message' in error)) return null;
  const { code, message } = error;
  if (typeof code !== 'string' || typeof message !== 'string') return null;
  return 'path' in error && typeof error.path === 'string' ? { code, message, path: error.path } : { code, message };
}
