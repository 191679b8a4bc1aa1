import { expect, test } from 'vitest';
import { type MeasuredLesson, strengthsOf } from './strengths';

const item = (id: string, ...objectives: string[]) => ({ id, objectives });
const lessons: readonly MeasuredLesson[] = [
  {
    id: 'one',
    objectives: [
      { id: 'read', text: 'Read a budget.' },
      { id: 'write', text: 'Write a budget.' },
      { id: 'never', text: 'Never asked.' },
    ],
    items: [item('a', 'read'), item('b', 'read'), item('c', 'read', 'write'), item('d', 'never')],
  },
  {
    id: 'two',
    objectives: [{ id: 'defend', text: 'Defend a budget.' }],
    items: [item('e', 'defend'), item('f', 'defend'), item('g', 'defend'), item('h', 'defend')],
  },
];

test('right out of answered, by objective; the weakest first, and what has too few answers last', () => {
  // read: a, b right, c wrong = 2 of 3; write: c alone; defend: 1 of 3, h not answered.
  const latest = { a: true, b: true, c: false, e: true, f: false, g: false };
  expect(strengthsOf(lessons, latest)).toEqual([
    { lessonId: 'two', objectiveId: 'defend', text: 'Defend a budget.', status: 'judged', right: 1, n: 3 },
    { lessonId: 'one', objectiveId: 'read', text: 'Read a budget.', status: 'judged', right: 2, n: 3 },
    { lessonId: 'one', objectiveId: 'write', text: 'Write a budget.', status: 'too-few', n: 1 },
  ]);
});

test('equal shares keep the order of the course; an item that is gone counts no more', () => {
  const latest = { a: true, b: true, c: true, e: true, f: true, g: true, 'gone-since': false };
  expect(strengthsOf(lessons, latest).map(({ objectiveId }) => objectiveId)).toEqual(['read', 'defend', 'write']);
});

test('who has answered nothing has no strengths to show', () => {
  expect(strengthsOf(lessons, {})).toEqual([]);
});
