import { describe, expect, test } from 'vitest';
import { LessonIdSchema, ModuleIdSchema, ScenarioIdSchema, SubmissionIdSchema } from '@/schemas/ids';
import { LearningPathSchema } from '@/schemas/learning-path';
import type { ProgressFacts } from '../progress';
import { certificateStanding } from './certificate-standing';
import { demonstratedIn, passedDrafts } from './demonstrated';

const scenario = (id: string) => ScenarioIdSchema.parse(id);
const CAPSTONE = scenario('S25');
const lesson = (id: string) => ({
  id: LessonIdSchema.parse(id),
  title: id,
  minutes: { reading: 10, quiz: 4 },
  itemIds: [`${id}-1`],
  masteryScore: 0.8,
});
const exercise = (id: string) => ({ id: scenario(id), title: id, minutes: 40 });
const module = (id: string, lessons: string[], exercises: string[]) => ({
  id: ModuleIdSchema.parse(id),
  lessons: lessons.map(lesson),
  exercises: exercises.map(exercise),
});
const passed = (id: string, overall = 0.7) => ({
  scenarioId: id,
  submissionId: SubmissionIdSchema.parse(`submission-${id}`),
  overall,
  submittedAt: 1,
});
const modules = [module('M1', ['one'], ['S01', 'S02']), module('M2', [], []), module('M3', ['two'], ['S25'])];
const everything: ProgressFacts = {
  modules,
  readLessonIds: ['one', 'two'],
  latestByItem: { 'one-1': true, 'two-1': true },
  handIns: [passed('S02'), passed('S25')],
  drafts: [],
  passMark: 0.7,
  path: null,
};
const path = (steps: object[], leavesOut: object[]) =>
  LearningPathSchema.parse({
    id: 'short',
    title: 'Short',
    audience: 'people who test certificates.',
    outcome: 'You know what a path asks for.',
    steps: steps.map((step) => ({ why: 'It is asked for here.', ...step })),
    leavesOut: leavesOut.map((entry) => ({ because: 'It is not asked for.', ...entry })),
  });

describe('earning a certificate', () => {
  test('lessons read, quizzes mastered, one exercise a module and the capstone; modules in preparation ask nothing', () => {
    expect(certificateStanding(everything, CAPSTONE)).toEqual({
      isEarned: true,
      asked: ['M1', 'M3'],
      isCapstonePassed: true,
      missing: [],
      minutesLeft: 0,
    });
  });

  test.each([
    ['a lesson not read', { readLessonIds: ['one'] }, [['M3', ['lesson']]], 10],
    ['a quiz not mastered', { latestByItem: { 'one-1': true } }, [['M3', ['quiz']]], 4],
    ['an exercise below the mark', { handIns: [passed('S02', 0.69), passed('S25')] }, [['M1', ['exercise']]], 40],
    ['the capstone, asked for once', { handIns: [passed('S02')] }, [['M3', ['exercise']]], 40],
  ] as const)('%s is missing', (_name, change, missing, minutes) => {
    const found = certificateStanding({ ...everything, ...change }, CAPSTONE);
    expect(found.isEarned).toBe(false);
    expect(found.missing.map(({ moduleId, steps }) => [moduleId, steps.map(({ type }) => type)])).toEqual(missing);
    expect(found.minutesLeft).toBe(minutes);
  });

  test('a grade that is withheld counts for nothing yet', () => {
    const withheld = { ...passed('S25'), overall: null };
    expect(certificateStanding({ ...everything, handIns: [passed('S02'), withheld] }, CAPSTONE).isEarned).toBe(false);
  });

  test('another exercise of its module does not stand in for the capstone', () => {
    const both = [module('M3', ['two'], ['S01', 'S25'])];
    const found = certificateStanding({ ...everything, modules: both, handIns: [passed('S01')] }, CAPSTONE);
    expect(found.missing).toMatchObject([{ moduleId: 'M3', steps: [{ type: 'exercise', scenarioId: 'S25' }] }]);
  });

  test('a path asks for less, and never for less than the capstone', () => {
    const short = path([{ module: 'M1', exercises: [] }], [{ module: 'M3' }]);
    const facts = { ...everything, path: short, readLessonIds: ['one'], handIns: [] };
    expect(certificateStanding(facts, CAPSTONE)).toMatchObject({
      isEarned: false,
      asked: ['M1'],
      missing: [{ moduleId: 'M3', steps: [{ type: 'exercise', scenarioId: 'S25' }] }],
    });
    expect(certificateStanding({ ...facts, handIns: [passed('S25')] }, CAPSTONE).isEarned).toBe(true);
  });

  test('a course without a capstone asks for none; one without lessons gives no certificate', () => {
    expect(certificateStanding({ ...everything, handIns: [passed('S01'), passed('S25')] }, undefined).isEarned).toBe(
      true,
    );
    expect(certificateStanding({ ...everything, modules: [module('M2', [], [])] }, undefined).isEarned).toBe(false);
  });
});

describe('what was demonstrated', () => {
  const draft = (id: string, number: number, overall: number, ...metInFull: string[]) => ({
    scenarioId: scenario(id),
    number,
    overall,
    metInFull,
  });

  test('of each exercise the best draft counts, and only where it passed', () => {
    const drafts = [draft('S01', 1, 0.9, 'early'), draft('S01', 2, 0.8, 'late'), draft('S02', 1, 0.6, 'failed')];
    expect(passedDrafts(drafts, { exerciseOverall: 0.7 }).map(({ metInFull }) => metInFull)).toEqual([['early']]);
  });

  test('of a module the exercise with most criteria in full, of two alike the first', () => {
    const wide = draft('S02', 1, 0.7, 'b', 'c');
    const drafts = [draft('S01', 1, 1, 'a'), wide, draft('S25', 1, 1, 'd')];
    expect(demonstratedIn(modules, drafts).map(({ moduleId, draft: shown }) => [moduleId, shown.scenarioId])).toEqual([
      ['M1', 'S02'],
      ['M3', 'S25'],
    ]);
    const alike = [draft('S01', 1, 0.8, 'a'), draft('S02', 1, 1, 'b')];
    expect(demonstratedIn(modules, alike)[0]?.draft.scenarioId).toBe('S01');
  });
});
