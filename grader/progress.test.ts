import { describe, expect, test } from 'vitest';
import { LessonIdSchema, ModuleIdSchema, ScenarioIdSchema, SubmissionIdSchema } from '@/schemas/ids';
import { LearningPathSchema } from '@/schemas/learning-path';
import { computeProgress, type ProgressFacts } from './progress';

const lesson = (id: string, items: number) => ({
  id: LessonIdSchema.parse(id),
  title: `Lesson ${id}`,
  minutes: { reading: 10, quiz: 4 },
  itemIds: Array.from({ length: items }, (_, index) => `${id}-${index}`),
  masteryScore: 0.8,
});
const exercise = (id: string) => ({ id: ScenarioIdSchema.parse(id), title: `Exercise ${id}`, minutes: 40 });
const handIn = (scenarioId: string, number: number, overall: number | null) => ({
  scenarioId,
  submissionId: SubmissionIdSchema.parse(`submission-${number}`),
  overall,
  submittedAt: number,
});

/** One module in preparation, then one with a lesson of five items and two exercises. */
const nothingDone: ProgressFacts = {
  modules: [
    { id: ModuleIdSchema.parse('M1'), lessons: [], exercises: [exercise('S05')] },
    { id: ModuleIdSchema.parse('M3'), lessons: [lesson('one', 5)], exercises: [exercise('S01'), exercise('S03')] },
  ],
  readLessonIds: [],
  latestByItem: {},
  handIns: [],
  drafts: [],
  passMark: 0.7,
  path: null,
};
const answers = (right: number) =>
  Object.fromEntries(Array.from({ length: 5 }, (_, index) => [`one-${index}`, index < right]));

test('a newcomer begins with the first lesson that exists', () => {
  const progress = computeProgress(nothingDone);
  expect(progress.next).toEqual({ type: 'lesson', lessonId: 'one', title: 'Lesson one', minutes: 10 });
  expect(progress.hasBegun).toBe(false);
  expect(progress.modules.map((module) => module.status)).toEqual(['in-preparation', 'not-started']);
});

test('the time left counts reading, quiz and one exercise of the module', () => {
  expect(computeProgress(nothingDone).minutesLeft).toBe(10 + 4 + 40);
});

test('after reading comes the quiz, until four of five items are right', () => {
  const read = { ...nothingDone, readLessonIds: ['one'], latestByItem: answers(3) };
  expect(computeProgress(read).next.type).toBe('quiz');
  expect(computeProgress({ ...read, latestByItem: answers(4) }).next).toMatchObject({
    type: 'exercise',
    scenarioId: 'S01',
  });
});

test('an exercise that was begun comes before the first one', () => {
  const facts = {
    ...nothingDone,
    readLessonIds: ['one'],
    latestByItem: answers(5),
    drafts: [{ scenarioId: 'S03', savedAt: 9 }],
  };
  expect(computeProgress(facts).next).toMatchObject({ scenarioId: 'S03' });
});

test('one passed exercise completes the module, and the best hand-in counts', () => {
  const facts = {
    ...nothingDone,
    readLessonIds: ['one'],
    latestByItem: answers(5),
    handIns: [handIn('S03', 1, 0.8), handIn('S03', 2, 0.4), handIn('S03', 3, null)],
  };
  const progress = computeProgress(facts);
  expect(progress.modules[1]).toMatchObject({ status: 'complete', exercisesPassed: 1, exercisesTotal: 2 });
  expect(progress.exercises.find((one) => one.scenarioId === 'S03')).toMatchObject({
    handIns: 3,
    bestOverall: 0.8,
    isPassed: true,
    latestSubmissionId: 'submission-3',
  });
  expect(progress.next).toEqual({ type: 'done' });
  expect(progress.minutesLeft).toBe(0);
});

test('a hand-in that waits for its grade has no best result and passes nothing', () => {
  const progress = computeProgress({ ...nothingDone, handIns: [handIn('S01', 1, null)] });
  expect(progress.exercises.find((one) => one.scenarioId === 'S01')).toMatchObject({
    bestOverall: null,
    isPassed: false,
  });
  expect(progress.modules[1]?.status).toBe('started');
});

describe('on a path', () => {
  const path = (steps: readonly object[]) =>
    LearningPathSchema.parse({
      id: 'leader',
      title: 'Leader',
      audience: 'people who decide.',
      outcome: 'You can decide.',
      steps: steps.map((step) => ({ why: 'It is needed here.', ...step })),
    });
  const three: ProgressFacts = {
    ...nothingDone,
    modules: [
      { id: ModuleIdSchema.parse('M1'), lessons: [lesson('one', 5), lesson('two', 5)], exercises: [exercise('S05')] },
      { id: ModuleIdSchema.parse('M2'), lessons: [], exercises: [] },
      { id: ModuleIdSchema.parse('M3'), lessons: [lesson('three', 5)], exercises: [exercise('S01'), exercise('S03')] },
    ],
  };

  test('the next step follows its order, past a module in preparation', () => {
    const progress = computeProgress({ ...three, path: path([{ module: 'M2' }, { module: 'M3' }, { module: 'M1' }]) });
    expect(progress.next).toMatchObject({ type: 'lesson', lessonId: 'three' });
    expect(progress.pathId).toBe('leader');
    expect(computeProgress(three)).toMatchObject({ next: { lessonId: 'one' }, pathId: null });
  });

  test('skipped lessons, left-out modules and exercises that it does not ask for cost no minutes', () => {
    const short = path([{ module: 'M1', skip: { lessons: ['one'], because: 'It is known.' }, exercises: [] }]);
    const progress = computeProgress({ ...three, path: short });
    expect(progress.next).toMatchObject({ type: 'lesson', lessonId: 'two' });
    expect(progress.minutesLeft).toBe(14);
    expect(computeProgress(three).minutesLeft).toBe(14 * 3 + 40 * 2);
  });

  test('it proposes its own exercise first, and any passed one of the module counts', () => {
    const own = path([{ module: 'M3', exercises: ['S03'] }]);
    const read = {
      ...three,
      path: own,
      readLessonIds: ['three'],
      latestByItem: Object.fromEntries(three.modules[2]?.lessons[0]?.itemIds.map((id) => [id, true]) ?? []),
    };
    expect(computeProgress(read).next).toMatchObject({ type: 'exercise', scenarioId: 'S03' });
    expect(computeProgress({ ...read, handIns: [handIn('S01', 1, 0.9)] }).next).toEqual({ type: 'done' });
  });

  test('what is off the path keeps its own standing', () => {
    const progress = computeProgress({ ...three, path: path([{ module: 'M1' }]), readLessonIds: ['three'] });
    expect(progress.modules.map(({ status }) => status)).toEqual(['not-started', 'in-preparation', 'started']);
  });
});

test('whoever started where a placement said goes on from there, and what comes before it comes last', () => {
  const id = (text: string) => ModuleIdSchema.parse(text);
  const modules = ['M1', 'M2', 'M3'].map((name) => ({
    id: id(name),
    lessons: [lesson(name.toLowerCase(), 1)],
    exercises: [],
  }));
  const facts: ProgressFacts = { ...nothingDone, modules, startAt: id('M2') };
  const next = (change: Partial<ProgressFacts>) => computeProgress({ ...facts, ...change }).next;
  expect(next({})).toMatchObject({ lessonId: 'm1' });
  expect(next({ readLessonIds: ['m2'] })).toMatchObject({ type: 'quiz', lessonId: 'm2' });
  expect(next({ readLessonIds: ['m1'] })).toMatchObject({ type: 'quiz', lessonId: 'm1' });
  const rest = { readLessonIds: ['m2', 'm3'], latestByItem: { 'm2-0': true, 'm3-0': true } };
  expect(next(rest)).toMatchObject({ type: 'lesson', lessonId: 'm1' });
  expect(next({ readLessonIds: ['m2'], startAt: null })).toMatchObject({ type: 'lesson', lessonId: 'm1' });
});
