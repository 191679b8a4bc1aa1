import { beforeAll, describe, expect, test } from 'vitest';
import { checkEditorial } from '@/course/check-editorial';
import { checkSamples } from '@/course/check-samples';
import { compileLesson } from '@/course/compile-lesson';
import { type LoadedCourse, loadCourse } from '@/course/load-course';
import { formatProblem } from '@/course/problem';
import { selectLessonsOf, selectPlacedItems } from '@/course/select';
import { placementMinutes } from '@/grader/estimate-minutes';
import { gradeHandIn } from '@/grader/grade-hand-in';
import { legsOf, waySize } from '@/grader/legs';
import { courseFacts } from '@/server/progress';
import { leaksIn, secretsOf } from './canaries';

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
    expect(outline.promises).toEqual({ everyClaim: true, items: 150, itemsPerQuiz: 4, exercises: 25, cases: 48 });
    for (const [list, least] of [
      [claims, 141],
      [cases, 48],
      [exercises, 25],
      [misconceptions, 25],
      [outline.modules.flatMap((module) => module.claims), 141],
      [outline.modules.flatMap((module) => module.exercises), 25],
    ] as const)
      expect(list.length).toBeGreaterThanOrEqual(least);
  });

  test('compiles every lesson with its listings', async () => {
    expect(loaded.course.lessons.length).toBeGreaterThan(0);
    for (const lesson of loaded.course.lessons)
      expect(await compileLesson(lesson, loaded.course.glossary)).toContain('Component');
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

  test('has two model answers of each exercise that the grader passes, none of them somebody’s sample', () => {
    const { exercises, outline } = loaded.course;
    for (const exercise of exercises) {
      const answers = exercise.modelAnswers ? [exercise.modelAnswers.usual, exercise.modelAnswers.contrarian] : [];
      const overall = answers.map(({ note: _note, ...handIn }) => gradeHandIn(exercise, handIn).overall);
      expect([exercise.scenario.id, overall.length]).toEqual([exercise.scenario.id, 2]);
      expect(Math.min(...overall), exercise.scenario.id).toBeGreaterThanOrEqual(outline.passing.exerciseOverall);
      const taken = exercise.samples.map(({ handIn }) => handIn.explanation);
      expect(answers.filter(({ explanation }) => taken.includes(explanation))).toEqual([]);
    }
  });

  test('has two or three twists and at least three questions of each exercise, some to ask before deciding', () => {
    for (const { scenario } of loaded.course.exercises) {
      const { before, after } = scenario.ask_before_deciding;
      expect(1 + scenario.extra_twists.length, scenario.id).toBeGreaterThanOrEqual(2);
      expect(before.length + after.length, scenario.id).toBeGreaterThanOrEqual(3);
      expect(before.length, scenario.id).toBeGreaterThanOrEqual(1);
    }
  });

  test('counts each paragraph of a model answer as a secret', () => {
    const secrets = secretsOf(loaded.course);
    for (const { scenario, modelAnswers } of loaded.course.exercises) {
      const own = secrets.filter(({ where }) => where === `model answers of ${scenario.id}`);
      for (const { note, explanation } of modelAnswers ? [modelAnswers.usual, modelAnswers.contrarian] : [])
        for (const text of [note, ...explanation.split('\n\n').filter((paragraph) => paragraph.length > 200)])
          expect(leaksIn(`<p>${text}</p>`, own).length, text).toBeGreaterThan(0);
    }
  });

  test('has two passing samples for each exercise that has samples, S01 and S03 among them', () => {
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

  test('asks one item of every module that has lessons in the placement, for about ten minutes', () => {
    const { course } = loaded;
    const placed = selectPlacedItems(course);
    const taught = course.outline.modules.filter((module) => selectLessonsOf(course, module).length > 0);
    expect(placed.map(({ module }) => module.id)).toEqual(taught.map(({ id }) => id));
    expect(placementMinutes(placed.map(({ item }) => item.type))).toBeLessThanOrEqual(12);
  });

  test('leads an engineer, a tech lead and a leader through it, the leader in the least time', () => {
    const { modules } = courseFacts(loaded.course);
    const minutes = loaded.course.paths.map((path) => waySize(legsOf(modules, path)).minutes);
    expect(loaded.course.paths.map(({ id }) => String(id))).toEqual(['engineer', 'tech-lead', 'leader']);
    expect(minutes).toEqual(minutes.toSorted((one, other) => other - one));
    expect(minutes[0]).toBe(waySize(legsOf(modules, null)).minutes);
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
    terms: course.glossary.map(({ id }) => id),
    scenarios: course.exercises.map(({ scenario }) => scenario.id),
    components: course.exercises.flatMap(({ scenario }) => scenario.components.map(({ id }) => `${scenario.id}/${id}`)),
    criteria: course.exercises.flatMap(({ rubric }) => rubric.criteria.map(({ id }) => id)),
  };
}
