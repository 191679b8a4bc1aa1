import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { callApi, SESSION_EXPIRED_EVENT, SESSION_LIVE_EVENT } from './call-api';

interface Sent {
  readonly path: string;
  readonly key: string | null;
}

/** A server that knows one cookie jar: writes need a guest, POST /api/guest makes one. */
function fakeServer() {
  const sent: Sent[] = [];
  let hasGuest = false;
  async function answer(path: string, init?: RequestInit): Promise<globalThis.Response> {
    sent.push({ path, key: new Headers(init?.headers).get('idempotency-key') });
    await Promise.resolve();
    if (path === '/api/guest') {
      hasGuest = true;
      return Response.json({ learnerId: 'guest-0001' }, { status: 201 });
    }
    if (hasGuest) return Response.json({ saved: true });
    return Response.json({ error: { code: 'no-session', message: 'Nobody is signed in.' } }, { status: 401 });
  }
  return { sent, answer };
}

beforeEach(() => {
  vi.stubGlobal('window', new EventTarget());
  // No Web Locks, as on plain http: the queue of the tab must do.
  vi.stubGlobal('navigator', {});
});
afterEach(() => vi.unstubAllGlobals());

test('a visitor becomes a guest on the first write, and the write is repeated with its key', async () => {
  const { sent, answer } = fakeServer();
  vi.stubGlobal('fetch', answer);
  const result = await callApi('/api/submissions', { method: 'POST', body: {}, idempotencyKey: 'key-1' });
  expect(result).toEqual({ ok: true, status: 200, value: { saved: true } });
  const writes = sent.filter(({ path }) => path === '/api/submissions');
  expect(writes.length).toBeGreaterThan(1);
  expect(new Set(writes.map(({ key }) => key))).toEqual(new Set(['key-1']));
});

test('two writes at once make one guest, not two', async () => {
  const { sent, answer } = fakeServer();
  vi.stubGlobal('fetch', answer);
  const both = [1, 2].map((number) => callApi(`/api/drafts/S0${number}`, { method: 'PUT', body: {} }));
  expect((await Promise.all(both)).every((result) => result.ok)).toBe(true);
  expect(sent.filter(({ path }) => path === '/api/guest')).toHaveLength(1);
});

test('on a page rendered for a visitor, the guest comes first and no write is refused', async () => {
  const { sent, answer } = fakeServer();
  vi.stubGlobal('fetch', answer);
  const body = { dataset: { session: 'none' } };
  vi.stubGlobal('document', { body });
  for (const path of ['/api/quizzes', '/api/submissions']) await callApi(path, { method: 'POST', body: {} });
  expect(sent.map(({ path }) => path)).toEqual(['/api/guest', '/api/quizzes', '/api/submissions']);
  expect(body.dataset.session).toBe('live');
});

test('a visitor who signs in does not become a guest in order to do so', async () => {
  const { sent, answer } = fakeServer();
  vi.stubGlobal('fetch', answer);
  vi.stubGlobal('document', { body: { dataset: { session: 'none' } } });
  await callApi('/api/auth/sign-in/email', { method: 'POST', body: {} });
  expect(sent[0]?.path).toBe('/api/auth/sign-in/email');
});

test('being offline is a value, with a sentence', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  const result = await callApi('/api/quizzes', { method: 'POST', body: {} });
  expect(result).toMatchObject({ ok: false, reason: 'offline', message: expect.stringContaining('still here') });
});

test('a dead session makes no guest behind the back of its owner, and is announced', async () => {
  const announced = vi.fn();
  window.addEventListener(SESSION_EXPIRED_EVENT, announced);
  const paths: string[] = [];
  vi.stubGlobal('fetch', async (path: string) => {
    paths.push(path);
    return Response.json({ error: { code: 'session-expired', message: 'The session has ended.' } }, { status: 401 });
  });
  const result = await callApi('/api/quizzes', { method: 'POST', body: {} });
  expect(result).toMatchObject({ ok: false, reason: 'session-expired' });
  expect(paths).toEqual(['/api/quizzes']);
  expect(announced).toHaveBeenCalledOnce();
});

test('a call that went through says that the session is alive', async () => {
  const announced = vi.fn();
  window.addEventListener(SESSION_LIVE_EVENT, announced);
  vi.stubGlobal('fetch', async () => Response.json({ learnerId: 'ada-00001' }));
  await callApi('/api/auth/sign-in/email', { method: 'POST', body: {} });
  expect(announced).toHaveBeenCalledOnce();
});

test('a refusal keeps its code, its field and the rest of its body', async () => {
  const body = {
    error: { code: 'stale-draft', message: 'Another tab saved.', path: 'baseVersion' },
    draft: { version: 4 },
  };
  vi.stubGlobal('fetch', async () => Response.json(body, { status: 409 }));
  const result = await callApi('/api/drafts/S01', { method: 'PUT', body: {} });
  expect(result).toMatchObject({
    ok: false,
    reason: 'refused',
    code: 'stale-draft',
    path: 'baseVersion',
    detail: body,
  });
});

test('an answer that is not ours, such as a page of a proxy, still becomes a sentence', async () => {
  vi.stubGlobal('fetch', async () => new Response('<h1>Bad gateway</h1>', { status: 502 }));
  const result = await callApi('/api/quizzes', { method: 'POST', body: {} });
  expect(result).toMatchObject({
    ok: false,
    reason: 'broken',
    code: 'unreadable-reply',
    message: expect.stringContaining('502'),
  });
});
