import { expect, test } from 'vitest';
import { CriterionIdSchema } from '@/schemas/ids';
import { missingLevels, reduceMarking, UNMARKED } from './marking-machine';

const [one, two] = [CriterionIdSchema.parse('S01-1'), CriterionIdSchema.parse('S01-2')];
const criteria = [one, two].map((id) => ({ id, title: 'x', asks: 'x', full: 'x', half: 'x', points: 4 }));

test('holes are named, close one by one, and nothing changes on its way', () => {
  let state = reduceMarking(UNMARKED, { type: 'found-incomplete', missing: missingLevels({}, criteria) });
  expect(state.sending).toEqual({ status: 'incomplete', missing: [one, two] });
  state = reduceMarking(state, { type: 'marked', id: one, level: 'none' });
  expect(state.sending).toEqual({ status: 'incomplete', missing: [two] });
  state = reduceMarking(state, { type: 'marked', id: two, level: 'full' });
  expect([state.sending.status, missingLevels(state.levels, criteria)]).toEqual(['open', []]);
  const sent = reduceMarking(state, { type: 'sent' });
  expect(reduceMarking(sent, { type: 'marked', id: one, level: 'half' })).toBe(sent);
  expect(reduceMarking(sent, { type: 'refused', message: 'Try again.' }).levels).toEqual(state.levels);
});
