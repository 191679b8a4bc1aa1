import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { HandInSchema } from '@/schemas/scenario';
import { deliver, send } from './deliver';
import { keepWaiting, readWaiting, type WaitingHandIn, waitingKey } from './waiting-hand-in';

const handIn = HandInSchema.parse({ choices: { api: 'go' }, boundary: 'none', explanation: 'Because.' });
const waiting: WaitingHandIn = {
  ...{ key: 'key-12345', owner: 'ann', scenarioId: 'S01', attempt: 1, handIn, opinion: null, pressedAt: 5 },
};
const answers = vi.fn<typeof fetch>();

beforeEach(() => {
  const held = new Map<string, string>();
  const localStorage = {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
    removeItem: (key: string) => void held.delete(key),
  };
  vi.stubGlobal('window', Object.assign(new EventTarget(), { localStorage }));
  vi.stubGlobal('fetch', answers);
  keepWaiting(waiting);
});
afterEach(() => {
  vi.unstubAllGlobals();
  answers.mockReset();
});

const isKept = () => readWaiting(waitingKey('ann', 'S01')) !== null;
const replies = (status: number, body: unknown) => answers.mockResolvedValue(Response.json(body, { status }));
const refusal = (code: string) => ({ error: { code, message: 'Words.' } });

test('an answer takes it off the device, and the request carried its key', async () => {
  replies(201, { submissionId: 'sub-1', number: 2 });
  expect(await deliver(waiting)).toEqual({ status: 'arrived', submissionId: 'sub-1', number: 2 });
  expect(new Headers(answers.mock.calls[0]?.[1]?.headers).get('idempotency-key')).toBe('key-12345');
  expect(isKept()).toBe(false);
});

test('a lost answer leaves it there', async () => {
  answers.mockRejectedValue(new TypeError('no network'));
  expect((await deliver(waiting)).status).toBe('waiting');
  expect(isKept()).toBe(true);
});

test.each([
  [500, 'broken'],
  [429, 'too-many-requests'],
  [401, 'session-expired'],
])('a %i settles nothing, so it stays', async (status, code) => {
  replies(status, refusal(code));
  expect((await deliver(waiting)).status).toBe('waiting');
  expect(isKept()).toBe(true);
});

test('a refusal that trying again cannot change takes it off, with the words of the server', async () => {
  replies(409, refusal('attempt-closed'));
  expect(await deliver(waiting)).toEqual({ status: 'refused', message: 'Words.' });
  expect(isKept()).toBe(false);
});

test('what another tab has sent meanwhile is not sent again', async () => {
  replies(201, { submissionId: 'sub-1', number: 2 });
  await deliver(waiting);
  expect(await deliver(waiting)).toEqual({ status: 'gone' });
  expect(answers).toHaveBeenCalledTimes(1);
  expect((await send(waiting)).status).toBe('arrived');
});
