import { beforeAll, describe, expect, test } from 'vitest';
import { checkEditorial } from '@/course/check-editorial';
import { checkSamples } from '@/course/check-samples';
import { compileLesson } from '@/course/compile-lesson';
import { type LoadedCourse, loadCourse } from '@/course/load-course';
import { formatProblem } from '@/course/problem';

let loaded: LoadedCourse;
beforeAll(async () => {
  loaded = await loadCourse();
});

describe('the content of the course', () => {
  test('has no problem', () => {
    expect([...loaded.problems, ...checkEditorial(loaded)].map(formatProblem)).toEqual([]);
  });

  test('has the whole ledger, case library and scenario bank, and promises no less', () => {
    const { claims, cases, exercises, misconceptions, outline } = loaded.course;
    expect(outline.promises).toEqual({ everyClaim: true, items: 150, itemsPerQuiz: 4, exercises: 24, cases: 48 });
    for (const [list, least] of [
      [claims, 141],
      [cases, 48],
      [exercises, 24],
      [misconceptions, 25],
      [outline.modules.flatMap((module) => module.claims), 141],
      [outline.modules.flatMap((module) => module.exercises), 24],
    ] as const)
      expect(list.length).toBeGreaterThanOrEqual(least);
  });

  test('compiles every lesson with its listings', async () => {
    expect(loaded.course.lessons.length).toBeGreaterThan(0);
    for (const lesson of loaded.course.lessons) expect(await compileLesson(lesson)).toContain('Component');
  });

  test('has at least eight marked samples of each exercise, with which the grader agrees as far as the rubric states', () => {
    const { problems, agreements } = checkSamples(loaded.course);
    expect(problems.map(formatProblem)).toEqual([]);
    expect(agreements).toHaveLength(loaded.course.exercises.length);
    expect(agreements.filter(({ samples }) => samples < 8)).toEqual([]);
    expect(loaded.course.exercises.filter(({ rubric, probes }) => rubric.agreement === undefined || !probes)).toEqual(
      [],
    );
  });

  test('has two model answers for each exercise that has samples, S01 and S03 among them', () => {
    const sampled = loaded.course.exercises.filter(({ samples }) => samples.length > 0);
    expect(sampled.map(({ scenario }) => String(scenario.id))).toEqual(expect.arrayContaining(['S01', 'S03']));
    for (const { samples } of sampled) expect(samples.filter(({ model }) => model)).toHaveLength(2);
  });

  test('names one to three claims and at most two cases to reread for each criterion', () => {
    for (const { rubric, reread } of loaded.course.exercises) {
      expect(reread?.criteria.map(({ id }) => id)).toEqual(rubric.criteria.map(({ id }) => id));
      for (const { claims, cases } of reread?.criteria ?? [])
        expect([claims.length >= 1 && claims.length <= 3, cases.length <= 2]).toEqual([true, true]);
    }
  });

  test('never shows an unread page as checked', () => {
    const sources = loaded.course.claims.flatMap((claim) => claim.sources);
    expect(sources.filter(({ seen, checked }) => seen !== (checked !== undefined))).toEqual([]);
  });
});

/** Attempts, grades and links point at these. Adding an id is fine; a vanished one orphans somebody's work. */
describe('ids that are stored', () => {
  test('are each used once', () => {
    const ids = storedIds(loaded);
    for (const [noun, list] of Object.entries(ids)) {
      const twice = list.filter((id, index) => list.indexOf(id) !== index);
      expect({ noun, twice }).toEqual({ noun, twice: [] });
    }
  });

  test('are the ones that were there before', async () => {
    const { lessons: _lessons, objectives: _objectives, items: _items, ...frozen } = storedIds(loaded);
    await expect(`${JSON.stringify(frozen, null, 1)}\n`).toMatchFileSnapshot('./snapshots/stored-ids.snap');
  });
});

function storedIds({ course }: LoadedCourse): Record<string, string[]> {
  return {
    modules: course.outline.modules.map(({ id }) => id),
    lessons: course.lessons.map(({ lesson }) => lesson.id),
    objectives: course.lessons.flatMap(({ lesson }) => lesson.objectives.map(({ id }) => id)),
    items: course.lessons.flatMap(({ quiz }) => quiz.items.map(({ id }) => id)),
    claims: course.claims.map(({ id }) => id),
    cases: course.cases.map(({ id }) => id),
    misconceptions: [
      ...course.misconceptions.map(({ id }) => id),
      ...course.exercises.map(({ scenario }) => `${scenario.id.toLowerCase()}-tempting`),
    ],
    scenarios: course.exercises.map(({ scenario }) => scenario.id),
    components: course.exercises.flatMap(({ scenario }) => scenario.components.map(({ id }) => `${scenario.id}/${id}`)),
    criteria: course.exercises.flatMap(({ rubric }) => rubric.criteria.map(({ id }) => id)),
  };
}
