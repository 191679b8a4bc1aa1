import { expect, test } from 'vitest';
import { accept, type LiveState } from './use-round';

const round = (version: number, now: number) => ({ version, now, phase: 'deciding' });
const state = (version: number, now: number): LiveState<ReturnType<typeof round>> => ({
  round: round(version, now),
  behind: 0,
  isLost: true,
  problem: null,
  isBusy: false,
});

test('a newer answer is taken, with the difference of the clocks', () =>
  expect(accept(state(1, 1_000), round(2, 5_000), 4_000)).toMatchObject({
    round: { version: 2 },
    behind: 1_000,
    isLost: false,
  }));

test('an answer that was overtaken changes nothing but the connection', () => {
  expect(accept(state(2, 5_000), round(1, 9_000), 9_000)).toMatchObject({ round: { version: 2 }, isLost: false });
  expect(accept(state(2, 5_000), round(2, 4_000), 9_000)).toMatchObject({ round: { now: 5_000 } });
});
