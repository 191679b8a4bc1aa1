import { afterEach, expect, test, vi } from 'vitest';
import { HandInSchema } from '@/schemas/scenario';
import {
  forgetWaiting,
  keepWaiting,
  keyOfSame,
  maySend,
  readWaiting,
  type WaitingHandIn,
  waitingKey,
  waitingOf,
} from './waiting-hand-in';

const handIn = HandInSchema.parse({ choices: { api: 'go', core: 'rust' }, boundary: 'queue', explanation: 'Because.' });
const waiting = (part: Partial<WaitingHandIn> = {}): WaitingHandIn => ({
  ...{ key: 'key-1', owner: 'ann', scenarioId: 'S01', attempt: 1, handIn, opinion: null, pressedAt: 5 },
  ...part,
});
const ann = { learnerId: 'ann', isGuest: false };

/** A browser's storage as far as it is used here: own properties are its keys. */
function browser() {
  class Storage {
    getItem(key: string) {
      return (this as Record<string, unknown>)[key] ?? null;
    }
    setItem(key: string, value: string) {
      Object.assign(this, { [key]: value });
    }
    removeItem(key: string) {
      Reflect.deleteProperty(this, key);
    }
  }
  vi.stubGlobal('window', { localStorage: new Storage() });
}
afterEach(() => vi.unstubAllGlobals());

test('a hand-in goes out under the name of whoever pressed it, and under no other', () => {
  expect(maySend({ owner: 'ann' }, ann)).toBe(true);
  expect(maySend({ owner: 'ann' }, { learnerId: 'bob', isGuest: true })).toBe(false);
  expect(maySend({ owner: 'ann' }, null)).toBe(false);
});

test("a visitor's goes out as a visitor or as the guest whom it made, not as an account", () => {
  expect(maySend({ owner: null }, null)).toBe(true);
  expect(maySend({ owner: null }, { learnerId: 'guest', isGuest: true })).toBe(true);
  expect(maySend({ owner: null }, ann)).toBe(false);
});

test('the same content carries the same key, whatever the order of its picks; other content does not', () => {
  const turned = { ...handIn, choices: Object.fromEntries(Object.entries(handIn.choices).reverse()) };
  expect(keyOfSame(waiting(), HandInSchema.parse(turned), 1)).toBe('key-1');
  expect(keyOfSame(waiting(), { ...handIn, explanation: 'Because of it.' }, 1)).toBeNull();
  expect(keyOfSame(waiting(), handIn, 2)).toBeNull();
  expect(keyOfSame(null, handIn, 1)).toBeNull();
});

test('what is kept is found again by its owner, oldest first, and leaves once', () => {
  browser();
  keepWaiting(waiting({ scenarioId: 'S02', key: 'key-2', pressedAt: 9 }));
  keepWaiting(waiting());
  keepWaiting(waiting({ owner: 'bob', key: 'key-3' }));
  expect(waitingOf(ann).map(({ key }) => key)).toEqual(['key-1', 'key-2']);
  forgetWaiting(waiting({ key: 'an older one' }));
  expect(readWaiting(waitingKey('ann', 'S01'))).toEqual(waiting());
  forgetWaiting(waiting());
  expect(waitingOf(ann).map(({ key }) => key)).toEqual(['key-2']);
});

test('without storage nothing is kept, and that is said', () => {
  vi.stubGlobal('window', {});
  expect(keepWaiting(waiting())).toBe(false);
  expect(waitingOf(ann)).toEqual([]);
});
