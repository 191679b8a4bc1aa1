import { expect, test } from 'vitest';
import { LiveVoteSchema } from '@/schemas/live';
import { showReveal, showShift } from './show-round';

const vote = (choice: string, line = '') => LiveVoteSchema.parse({ choices: { api: choice }, line });
const votes = (...choices: string[]) => new Map(choices.map((choice, index) => [`learner-${index}`, vote(choice)]));
const first = votes('go', 'go', 'go', 'rust', 'rust', 'rust');
const reveal = showReveal(['api'], [...first.values()], ['b', 'a', 'b']);

test('lines stand in the order of the alphabet, each once', () => expect(reveal.lines).toEqual(['a', 'b']));

test('the shift counts whoever stayed silent as standing by their first decision', () => {
  const shift = showShift(
    ['api'],
    reveal,
    first,
    new Map([
      ['learner-3', vote('go')],
      ['learner-4', vote('go')],
    ]),
  );
  expect(shift.moved).toBe('some');
  expect((shift.after as Record<string, unknown>).api).toMatchObject({
    status: 'shown',
    shares: { go: { band: 'all' }, rust: { band: 'few' } },
  });
});

test('whoever comes after the reveal changes nothing that is shown', () => {
  const late = new Map([['learner-9', vote('rust')]]);
  expect(showShift(['api'], reveal, first, late)).toEqual(showShift(['api'], reveal, first, new Map()));
});

test('one person who moves looks like nobody', () => {
  const one = showShift(['api'], reveal, first, new Map([['learner-0', vote('rust')]]));
  expect(one.moved).toBe('few');
});
