import { describe, expect, test } from 'vitest';
import { ModuleIdSchema } from '@/schemas/ids';
import type { Confidence } from '@/schemas/item';
import type { PlacementStanding } from '@/schemas/placement';
import { placementStanding, suggestStart } from './placement';

const given = (confidence: Confidence) => ({ response: { type: 'numeric', value: 1 } as const, confidence });

describe('what one answer says', () => {
  test.each([
    ['right and sure', given('sure'), 1, true, 'solid'],
    ['right, thought so', given('think-so'), 1, true, 'solid'],
    ['right by a guess', given('guess'), 1, true, 'shaky'],
    ['half right', given('sure'), 0.6, false, 'shaky'],
    ['mostly wrong', given('sure'), 0.4, false, 'not-yet'],
    ['wrong by a guess', given('guess'), 0, false, 'not-yet'],
    ['not known', null, 0, false, 'not-yet'],
  ] as const)('%s is %s', (_name, answer, share, isRight, standing) => {
    expect(placementStanding({ given: answer, share, isRight })).toBe(standing);
  });
});

describe('where to start', () => {
  const id = (text: string) => ModuleIdSchema.parse(text);
  const order = ['M1', 'M2', 'M3', 'M4'].map(id);
  const standings = (...list: PlacementStanding[]) =>
    list.map((standing, index) => ({ moduleId: id(`M${index + 1}`), standing }));

  test('at the first module that is not solid; those before can be skimmed', () => {
    expect(suggestStart(order, standings('solid', 'solid', 'shaky', 'not-yet'))).toEqual({
      start: 'M3',
      skim: ['M1', 'M2'],
    });
  });

  test('at the beginning, with nothing to skim, where the first is not', () => {
    expect(suggestStart(order, standings('not-yet', 'solid', 'solid', 'solid'))).toEqual({ start: 'M1', skim: [] });
  });

  test('nowhere in particular where all are solid', () => {
    expect(suggestStart(order, standings('solid', 'solid', 'solid', 'solid'))).toEqual({ start: null, skim: order });
  });

  test('in the order of the path, and only in its modules', () => {
    const path = ['M4', 'M2'].map(id);
    expect(suggestStart(path, standings('not-yet', 'not-yet', 'solid', 'solid'))).toEqual({
      start: 'M2',
      skim: ['M4'],
    });
  });

  test('past a module that nothing was asked about', () => {
    expect(suggestStart(order, standings('solid', 'solid'))).toEqual({ start: null, skim: ['M1', 'M2'] });
  });
});
