import { beforeAll, expect, test } from 'vitest';
import type { Exercise } from '@/schemas/course';
import { type Variants, VariantsSchema } from '@/schemas/variant';
import { checkVariants } from './check-variants';
import { loadCourse } from './load-course';
import { varyExercise } from './vary-exercise';

let fixture: Exercise;
beforeAll(async () => {
  const [found] = (await loadCourse('tests/support/fixture-course')).course.exercises;
  if (!found) throw new Error('the fixture course has no exercise');
  fixture = found;
});

const good = {
  scenario: 'S01',
  figures: [
    { id: 'peak', base: 120, values: [160, 90] },
    { id: 'limit', base: 250, values: [300, 220], unit: 'ms' },
    { id: 'sql', base: 70, values: [85, 55], unit: 'ms' },
  ],
  worked_numbers: [{ formula: 'limit - sql' }],
};
const check = (change: object): string[] => {
  const variants: Variants = VariantsSchema.parse({ ...good, ...change });
  return checkVariants({ ...fixture, variants }).map(({ path, message }) => `${path}: ${message}`);
};
const figures = (change: object) => ({ figures: [{ ...good.figures[0], ...change }, ...good.figures.slice(1)] });

test('a file that fits is content, and the exercise is told with its figures', () => {
  expect(check({})).toEqual([]);
  const varied = varyExercise({ ...fixture, variants: VariantsSchema.parse(good) }, 1);
  expect(varied.scenario.brief).toContain('Peak is 160 requests a second, p99 300 ms, SQL takes 85 ms.');
  expect(varied.scenario.worked_numbers[0]).toMatchObject({ formula: '300 - 85', result: 215 });
  expect(varied.rubricHash).not.toBe(fixture.rubricHash);
  expect(varied.scenario.components).toEqual(fixture.scenario.components);
});

test('a variant that is not there is the exercise itself', () => {
  const exercise = { ...fixture, variants: VariantsSchema.parse(good) };
  expect(varyExercise(exercise, 3)).toBe(exercise);
  expect(varyExercise(exercise, 0)).toBe(exercise);
});

test.each([
  ['another scenario', { scenario: 'S02' }, 'scenario: is S02, expected S01'],
  ['a figure that nobody reads', figures({ base: 121, values: [160, 90] }), 'figures[0].base: 121 stands neither'],
  ['a value too near', figures({ values: [125, 90] }), 'figures[0].values[0]: is 125, too near 120'],
  ['lists of different length', figures({ values: [160] }), 'has 2, expected 1 as figures[0]'],
  ['a figure left behind', figures({ with: ['rps'] }), 'peak is left in brief'],
  [
    'a wrong formula',
    { worked_numbers: [{ formula: 'limit + sql' }] },
    'gives 320 with the base figures, expected 180',
  ],
  ['an unknown id', { worked_numbers: [{ formula: 'limit - disk' }] }, 'has no value above 0'],
  ['a missing formula', { worked_numbers: [] }, 'worked_numbers: has 0, expected 1'],
  ['a result that hardly changes', figures({}), null],
  ['a number that may be two', figures({ values: [85, 90] }), 'may be peak or sql'],
  ['a number that the brief has already', figures({ values: [14, 90] }), 'reads back'],
  ['a phrase of no text', { phrases: [{ base: 'no such words', values: ['one', 'two'] }] }, 'stands in no text'],
  ['an exception of no text', { keeps: ['99 ms'] }, 'keeps[0]: "99 ms" stands in no text'],
  ['a sum for no text', { derived: [{ id: 'cores', formula: 'peak * 8' }] }, 'gives 960, which no text'],
])('%s', (_, change, expected) => {
  const found = check(change);
  if (expected === null) expect(found).toEqual([]);
  else expect(found.join('\n')).toContain(expected);
});

test('a result too near that of the files is refused', () => {
  const near = {
    figures: [good.figures[0], { ...good.figures[1], values: [275, 220] }, { ...good.figures[2], values: [90, 55] }],
  };
  expect(check(near).join('\n')).toContain('worked_numbers[0] is 185 in variant 1, too near 180');
});
