import { beforeAll, describe, expect, test } from 'vitest';
import type { Course } from '@/schemas/course';
import { outlineModules, planWeeks } from './describe-course';
import { loadCourse } from './load-course';

describe('the outline of the course', () => {
  let course: Course;
  beforeAll(async () => {
    course = (await loadCourse()).course;
  }, 60_000);

  test('has every open module once, with its lessons and objectives and no answer of a quiz', () => {
    const modules = outlineModules(course);
    expect(modules.reduce((sum, { lessons }) => sum + lessons, 0)).toBe(course.lessons.length);
    for (const { objectives, minutes } of modules) expect([objectives.length > 0, minutes > 0]).toEqual([true, true]);
    const text = JSON.stringify(modules);
    for (const { quiz } of course.lessons) for (const { stem } of quiz.items) expect(text).not.toContain(stem);
  });

  test.each([1, 4, 6])('a plan of %i weeks keeps the order, leaves nothing out and is even', (weeks) => {
    const plan = planWeeks(course, weeks);
    const modules = outlineModules(course);
    expect(plan).toHaveLength(weeks);
    expect(plan.flatMap(({ moduleIds }) => moduleIds)).toEqual(modules.map(({ id }) => id));
    const total = plan.reduce((sum, { minutes }) => sum + minutes, 0);
    const longest = Math.max(...modules.map(({ minutes }) => minutes));
    for (const { minutes } of plan) expect(Math.abs(minutes - total / weeks)).toBeLessThanOrEqual(longest);
  });

  test('more weeks than modules leave no week empty', () => {
    const plan = planWeeks(course, 40);
    expect(plan).toHaveLength(outlineModules(course).length);
  });
});
