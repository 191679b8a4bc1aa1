import { expect, test } from 'vitest';
import { computeProgress } from '../progress';
import { median } from './median';
import { isModuleComplete, moduleStanding, type PersonFacts } from './module-standing';

const lessons = [
  { id: 'a', items: 4, masteryScore: 0.75 },
  { id: 'b', items: 0, masteryScore: 0.75 },
];
const module = { id: 'M1', lessons, exercises: ['S01', 'S02'] };

function person(right: number, best: number | null, read: readonly string[]): PersonFacts {
  return {
    read: new Set(read),
    answers: new Map([['a', { right, answered: 4 }]]),
    exercises: new Map([['S02', { handIns: 2, best }]]),
  };
}

test('two lessons, one quiz and an exercise are four steps', () => {
  expect(moduleStanding(module, person(2, 0.5, ['a']), 0.7)).toEqual({
    moduleId: 'M1',
    steps: 4,
    done: 1,
    lessonsRead: 1,
    quizzesMastered: 0,
    right: 2,
    answered: 4,
    handIns: 2,
    best: 0.5,
    isPassed: false,
    isBegun: true,
  });
});

test.each([
  [3, 0.7, ['a', 'b'], true],
  [2, 0.7, ['a', 'b'], false],
  [3, 0.69, ['a', 'b'], false],
  [3, null, ['a', 'b'], false],
  [3, 0.7, ['a'], false],
] as const)(
  'complete says what the learner’s own progress says: %s right, best %s, read %s',
  (right, best, read, isComplete) => {
    const standing = moduleStanding(module, person(right, best, read), 0.7);
    expect(isModuleComplete(standing)).toBe(isComplete);
    const items = ['i1', 'i2', 'i3', 'i4'];
    const progress = computeProgress({
      modules: [
        {
          id: 'M1' as never,
          lessons: lessons.map(({ id, masteryScore, items: count }) => ({
            id: id as never,
            title: id,
            minutes: { reading: 1, quiz: 1 },
            itemIds: count > 0 ? items : [],
            masteryScore,
          })),
          exercises: ['S01', 'S02'].map((id) => ({ id: id as never, title: id, minutes: 1 })),
        },
      ],
      readLessonIds: read,
      latestByItem: Object.fromEntries(items.map((id, index) => [id, index < right])),
      handIns: [{ scenarioId: 'S02', submissionId: 'x' as never, overall: best, submittedAt: 1 }],
      drafts: [],
      passMark: 0.7,
      path: null,
    });
    expect(progress.modules[0]?.status === 'complete').toBe(isComplete);
  },
);

test('a module in preparation is not complete', () => {
  expect(isModuleComplete(moduleStanding({ id: 'M2', lessons: [], exercises: [] }, person(0, null, []), 0.7))).toBe(
    false,
  );
});

test.each([
  [[], null],
  [[3], 3],
  [[9, 1, 5], 5],
  [[4, 1, 3, 2], 2.5],
])('the median of %j is %s', (values, expected) => {
  expect(median(values)).toBe(expected);
});
