import { describe, expect, test } from 'vitest';
import { LessonIdSchema, ModuleIdSchema, ScenarioIdSchema } from '@/schemas/ids';
import { LearningPathSchema } from '@/schemas/learning-path';
import { exerciseIdsOf, partsOf } from './parts';
import { isReminderTrue, remindersAhead } from './reminders';
import { type AssignmentRules, assignmentStanding, handInsUsed, type WorkFacts } from './standing';

const DAY = 86_400_000;
const lesson = (id: string, items = 2) => ({
  id: LessonIdSchema.parse(id),
  title: id,
  minutes: { reading: 10, quiz: 4 },
  itemIds: Array.from({ length: items }, (_, index) => `${id}-${index + 1}`),
  masteryScore: 0.8,
});
const exercise = (id: string) => ({ id: ScenarioIdSchema.parse(id), title: id, minutes: 40 });
const modules = [
  { id: ModuleIdSchema.parse('M1'), lessons: [lesson('one')], exercises: [exercise('S01'), exercise('S02')] },
  { id: ModuleIdSchema.parse('M2'), lessons: [], exercises: [exercise('S03')] },
  { id: ModuleIdSchema.parse('M3'), lessons: [lesson('three', 0)], exercises: [] },
];
const path = LearningPathSchema.parse({
  id: 'short',
  title: 'Short',
  audience: 'people who test assignments.',
  outcome: 'You know what a path asks for.',
  steps: [{ module: 'M1', why: 'It is asked for here.', exercises: ['S02'] }],
});
const offer = { modules, paths: [path] };
const rules: AssignmentRules = {
  opensAt: 10 * DAY,
  dueAt: 20 * DAY,
  attempts: { counts: 'best', most: null },
  passShare: 0.7,
};
const nothing: WorkFacts = { reads: [], answers: [], handIns: [], drafts: [] };
const ofModule = partsOf({ type: 'modules', moduleIds: [ModuleIdSchema.parse('M1')] }, offer);
const ofExercise = partsOf({ type: 'exercises', scenarioIds: [ScenarioIdSchema.parse('S01')] }, offer);
const handed = (day: number, overall: number | null, scenarioId = 'S01') => ({ scenarioId, overall, at: day * DAY });
const standing = (work: Partial<WorkFacts>, now: number, changed: Partial<AssignmentRules> = {}) =>
  assignmentStanding(ofExercise, { ...rules, ...changed }, { ...nothing, ...work }, now * DAY);

describe('what an assignment asks for', () => {
  test('a module: its lessons, their quizzes, and one of its exercises', () => {
    expect(ofModule.map(({ type }) => type)).toEqual(['lesson', 'quiz', 'exercise']);
    expect(exerciseIdsOf(ofModule)).toEqual(['S01', 'S02']);
  });
  test('a path proposes its own exercise first, and any other of the module counts as well', () => {
    const parts = partsOf({ type: 'path', pathId: path.id }, offer);
    expect(parts.at(-1)).toMatchObject({ type: 'exercise', exercises: [{ id: 'S02' }, { id: 'S01' }] });
  });
  test('a module in preparation, an unknown path and a lesson without a quiz ask for nothing of the kind', () => {
    const asks = (id: string) => partsOf({ type: 'modules', moduleIds: [ModuleIdSchema.parse(id)] }, offer);
    expect(asks('M2')).toEqual([]);
    expect(asks('M3').map(({ type }) => type)).toEqual(['lesson']);
    expect(partsOf({ type: 'path', pathId: path.id }, { modules, paths: [] })).toEqual([]);
  });
});

describe('standing against an assignment', () => {
  test.each([
    [9, 'not-open'],
    [10, 'open'],
    [16.9, 'open'],
    [17, 'due-soon'],
    [20, 'due-soon'],
    [20.1, 'overdue'],
  ])('with nothing done on day %s it is %s', (day, status) => {
    expect(standing({}, day)).toMatchObject({
      status,
      done: 0,
      total: 1,
      next: { type: 'exercise', scenarioId: 'S01' },
    });
  });
  test('the millisecond of the date keeps it, the next one is late', () => {
    expect(standing({ handIns: [handed(20, 0.7)] }, 30)).toEqual({
      status: 'done',
      done: 1,
      total: 1,
      doneAt: 20 * DAY,
    });
    const late = { scenarioId: 'S01', overall: 0.7, at: 20 * DAY + 1 };
    expect(standing({ handIns: [late] }, 30)).toMatchObject({ status: 'done-late' });
  });
  test('work from before the opening counts, as done at the opening', () => {
    expect(standing({ handIns: [handed(1, 0.9)] }, 12)).toMatchObject({ status: 'done', doneAt: 10 * DAY });
  });
  test('a first pass in time stays in time, however late the better draft comes', () => {
    expect(standing({ handIns: [handed(12, 0.7), handed(25, 0.9)] }, 30)).toMatchObject({ status: 'done' });
  });
  test('where the latest counts, a failed later draft undoes it, and a passing one after that is late', () => {
    const attempts = { counts: 'latest', most: null } as const;
    const failed = [handed(12, 0.9), handed(13, 0.2)];
    expect(standing({ handIns: failed }, 15, { attempts })).toMatchObject({ status: 'open' });
    expect(standing({ handIns: failed }, 15)).toMatchObject({ status: 'done' });
    expect(standing({ handIns: [...failed, handed(21, 0.8)] }, 30, { attempts })).toMatchObject({
      status: 'done-late',
    });
  });
  test('an ungraded hand-in and one below the share of the assignment do not pass', () => {
    expect(standing({ handIns: [handed(12, null), handed(13, 0.75)] }, 15, { passShare: 0.8 })).toMatchObject({
      status: 'open',
    });
  });
  test('a quiz is done with the answer that first masters it; a wrong answer later takes nothing away', () => {
    const answers = [
      { itemId: 'one-1', isCorrect: true, at: 11 * DAY },
      { itemId: 'one-2', isCorrect: false, at: 11 * DAY },
      { itemId: 'one-2', isCorrect: true, at: 12 * DAY },
      { itemId: 'one-1', isCorrect: false, at: 22 * DAY },
    ];
    const work = { ...nothing, answers, reads: [{ lessonId: 'one', at: 13 * DAY }], handIns: [handed(14, 0.7, 'S02')] };
    expect(assignmentStanding(ofModule, rules, work, 30 * DAY)).toMatchObject({ status: 'done', doneAt: 14 * DAY });
    const without = { ...work, answers: answers.slice(0, 2) };
    expect(assignmentStanding(ofModule, rules, without, 15 * DAY)).toMatchObject({ done: 2, next: { type: 'quiz' } });
  });
  test('whoever began another exercise of the module is sent on to that one', () => {
    const work = { ...nothing, drafts: ['S02'] };
    const parts = ofModule.slice(-1);
    expect(assignmentStanding(parts, rules, work, 12 * DAY)).toMatchObject({ next: { scenarioId: 'S02' } });
  });
  test('only hand-ins from the opening on use up the limit', () => {
    expect(handInsUsed('S01', 10 * DAY, [handed(9, 0.1), handed(10, 0.1), handed(30, 0.2), handed(11, 1, 'S02')])).toBe(
      2,
    );
  });
});

describe('reminders', () => {
  test('those ahead, and none that has passed or lies before the opening', () => {
    const kinds = (now: number, opensAt = 0) => remindersAhead(opensAt, 20 * DAY, now * DAY).map(({ kind }) => kind);
    expect(kinds(10)).toEqual(['three-days', 'one-day', 'overdue']);
    expect(kinds(18)).toEqual(['one-day', 'overdue']);
    expect(kinds(10, 17.5 * DAY)).toEqual(['one-day', 'overdue']);
    expect(kinds(21)).toEqual([]);
  });
  test('one that ran late does not say what is no longer so', () => {
    expect(isReminderTrue('three-days', 20 * DAY, 19.5 * DAY)).toBe(false);
    expect(isReminderTrue('three-days', 20 * DAY, 17 * DAY)).toBe(true);
    expect(isReminderTrue('one-day', 20 * DAY, 21 * DAY)).toBe(false);
    expect(isReminderTrue('overdue', 20 * DAY, 21 * DAY)).toBe(true);
  });
});
