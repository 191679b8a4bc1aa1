import { expect, test } from 'vitest';
import { FEEDBACK, feedbackOf, feedbackTypeOf } from './feedback';

const old = { feedback: 'A sentence of an earlier version.', level: 'none' } as const;

test.each([
  ['a denied point', 'denied', 'essential'],
  ['a missing point', 'absent', 'actionable'],
  ['a half-met point', 'partial', 'actionable'],
  ['a point that could not be judged', 'unjudged', 'informative'],
  ['a met point', 'done', 'celebratory'],
] as const)('%s has its sentence and its type', (_, kind, type) => {
  expect(feedbackOf(kind)).toEqual({ feedback: FEEDBACK[kind], type });
});

test('a stored type stands, whatever the level says', () => {
  expect(feedbackTypeOf({ ...old, level: 'full', type: 'informative' })).toBe('informative');
});

test.each([
  ['full', { ...old, level: 'full' }, 'celebratory'],
  ['half', { ...old, level: 'half' }, 'actionable'],
  ['none', old, 'actionable'],
  ['a denied point', { ...old, feedback: FEEDBACK.denied }, 'essential'],
  ['a point that could not be judged', { ...old, judged: false }, 'informative'],
] as const)('%s, stored before feedback had a type, gets the one it would get now', (_, criterion, type) => {
  expect(feedbackTypeOf(criterion)).toBe(type);
});
