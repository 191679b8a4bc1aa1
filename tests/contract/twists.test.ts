import { beforeAll, expect, test } from 'vitest';
import { loadCourse } from '@/course/load-course';
import { type TwistTry, tryTwists } from '@/course/try-twists';

/** Over every exercise that has twists.yaml: right moves pay, and one wrong move costs. */
let tries: TwistTry[];
beforeAll(async () => {
  tries = (await loadCourse()).course.exercises.flatMap(tryTwists);
}, 300_000); // every statement of every twist is graded

test('there are twists to try', () => {
  expect(tries.length).toBeGreaterThanOrEqual(9);
});

test('doing the right thing for a whole reason gives 0.9 or more, whichever reason it is', () => {
  expect(tries.filter(({ right, worstReason }) => Math.min(right, worstReason) < 0.9)).toEqual([]);
});

test('moving a part that must stay lowers the score', () => {
  const tried = tries.filter(({ movedNeedlessly }) => movedNeedlessly !== null);
  expect(tried.length).toBeGreaterThan(5);
  expect(tried.filter(({ movedNeedlessly, right }) => (movedNeedlessly ?? 1) >= right)).toEqual([]);
});

test('leaving a part that must move lowers the score', () => {
  const tried = tries.filter(({ leftBehind }) => leftBehind !== null);
  expect(tried.length).toBeGreaterThan(1);
  expect(tried.filter(({ leftBehind, right }) => (leftBehind ?? 1) >= right)).toEqual([]);
});
