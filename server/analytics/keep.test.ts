import { expect, test } from 'vitest';
import { Keep } from './keep';

/** A clock that building moves on, and a count of the buildings. */
function kept(costMs: number) {
  const keep = new Keep<number>();
  const state = { now: 0, built: 0 };
  const build = async () => {
    state.built += 1;
    const own = state.built;
    await Promise.resolve();
    state.now += costMs;
    return own;
  };
  const get = () => keep.get('cohort', build, () => state.now);
  const settle = () => new Promise((resolve) => setTimeout(resolve, 5));
  return { state, get, settle };
}

test('what is cheap is built for everybody who asks', async () => {
  const { get } = kept(100);
  expect(await get()).toBe(1);
  expect(await get()).toBe(2);
});

test('people who ask at once wait for one building', async () => {
  const { get, state } = kept(100);
  expect(await Promise.all([get(), get(), get()])).toEqual([1, 1, 1]);
  expect(state.built).toBe(1);
});

test('what is dear stands for ten times what it took, is shown once more, and is then new', async () => {
  const { get, state, settle } = kept(1_000);
  expect(await get()).toBe(1);
  state.now = 9_000;
  expect(await get()).toBe(1);
  state.now = 10_500;
  expect(await get()).toBe(1);
  await settle();
  expect(await get()).toBe(2);
  expect(state.built).toBe(2);
});

test('nobody sees one that is older than ten minutes', async () => {
  const { get, state } = kept(1_000);
  await get();
  state.now = 601_001;
  expect(await get()).toBe(2);
});

test('a building that fails is not kept', async () => {
  const keep = new Keep<number>();
  await expect(keep.get('cohort', async () => Promise.reject(new Error('no disk')))).rejects.toThrow('no disk');
  expect(await keep.get('cohort', async () => 2)).toBe(2);
});
