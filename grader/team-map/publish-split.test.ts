import { describe, expect, test } from 'vitest';
import { bandOf, publishSplit } from './publish-split';

const of = (...counts: number[]) => Object.fromEntries(counts.map((count, index) => [`option-${index}`, count]));

/** Every way in which so many people can split over so many options. */
function* splits(people: number, options: number): Generator<number[]> {
  if (options === 1) {
    yield [people];
    return;
  }
  for (let first = 0; first <= people; first += 1)
    for (const rest of splits(people - first, options - 1)) yield [first, ...rest];
}

/** What a reader who knows the rule and the number of people can work out: all splits that look the same. */
function alike(people: number, options: number): Map<string, number[][]> {
  const classes = new Map<string, number[][]>();
  for (const counts of splits(people, options)) {
    const shown = JSON.stringify(publishSplit(of(...counts)));
    classes.set(shown, [...(classes.get(shown) ?? []), counts]);
  }
  return classes;
}

describe('nobody is shown to stand alone', () => {
  const cases = [
    ...Array.from({ length: 16 }, (_, index) => [index + 5, 4] as const),
    ...Array.from({ length: 8 }, (_, index) => [index + 5, 7] as const),
    [23, 3] as const,
  ];
  test.each(cases)('%i people, %i options', (people, options) => {
    for (const [shown, members] of alike(people, options))
      for (let option = 0; option < options; option += 1) {
        const counts = new Set(members.map((counts) => counts[option]));
        for (const alone of [1, people - 1]) expect([...counts], `${shown} ${option}`).not.toEqual([alone]);
      }
  });
});

describe('what is shown', () => {
  test('nothing of four people', () => expect(publishSplit(of(2, 2, 0, 0))).toEqual({ status: 'too-few' }));

  test('four of five on one side look like five of five', () =>
    expect(publishSplit(of(4, 1, 0, 0))).toEqual(publishSplit(of(5, 0, 0, 0))));

  test.each([5, 6, 7, 8, 9])('words and no number of a side among %i people', (people) => {
    const shown = publishSplit(of(people - 2, 2, 0, 0));
    if (shown.status !== 'shown') throw new Error(shown.status);
    expect(Object.values(shown.shares).every(({ kind }) => kind === 'band')).toBe(true);
    expect(shown.isSplit).toBe(true);
  });

  test('a number within two for a majority that others stand against, from ten people on', () =>
    expect(publishSplit(of(9, 4, 0, 1))).toEqual({
      status: 'shown',
      people: 14,
      isSplit: true,
      shares: {
        'option-0': { kind: 'count', band: 'most', from: 9, to: 10 },
        'option-1': { kind: 'band', band: 'some' },
        'option-2': { kind: 'band', band: 'few' },
        'option-3': { kind: 'band', band: 'few' },
      },
    }));

  test.each([6, 8, 10, 12, 20])('two halves of %i people', (people) =>
    expect(publishSplit(of(people / 2, people / 2, 0, 0))).toMatchObject({ status: 'shown', isSplit: true }),
  );

  test('nothing where seven people chose seven things', () =>
    expect(publishSplit(of(1, 1, 1, 1, 1, 1, 1))).toEqual({ status: 'scattered' }));

  test('a word hides nobody and one, everybody and all but one', () => {
    expect([0, 1, 2, 3, 4, 5].map((count) => bandOf(count, 5))).toEqual(['few', 'few', 'some', 'some', 'all', 'all']);
    expect([2, 7, 8, 10, 11].map((count) => bandOf(count, 12))).toEqual(['some', 'some', 'most', 'most', 'all']);
  });
});
