import { afterEach, beforeEach, expect, test } from 'vitest';
import { type CourseCopy, copyCourse } from '@/tests/support/course-copy';
import { FIXTURE_PROBES } from '@/tests/support/fixture-probes';
import { loadCourse } from './load-course';
import { formatProblem } from './problem';

let copy: CourseCopy;
beforeEach(async () => {
  copy = await copyCourse();
  await copy.write(FILE, FIXTURE_PROBES);
});
afterEach(() => copy.remove());

const FILE = 'exercises/S01/probes.yaml';
const problems = async () => (await loadCourse(copy.root)).problems.map(formatProblem);

test('probes that fit their scenario, rubric and library are no problem', async () => {
  expect(await problems()).toEqual([]);
});

test('a value rounded by less than one per cent, and an id of the common list, are no problem', async () => {
  await copy.edit(FILE, 'value: 180', 'value: 179');
  await copy.edit(FILE, 'id: s01-tempting', 'id: speed-is-the-language');
  expect(await problems()).toEqual([]);
});

test.each<[string, string, string, string]>([
  [
    'the probes of another exercise',
    'scenario: S01\n',
    'scenario: S02\n',
    'scenario: is S02, expected S01 as its folder',
  ],
  [
    'criteria in another order',
    'id: S01-1\n    parts',
    'id: S01-2\n    parts',
    "criteria[0].id: is S01-2, expected the rubric's criteria in order: S01-1, S01-2",
  ],
  [
    'a part that no rule can mean',
    'full: [{ all: [date] }]',
    'full: [{ all: [day] }]',
    'criteria[0].full[0]: no part "day"; expected one of date',
  ],
  [
    'a component that the scenario lacks',
    'id: http-api',
    'id: cache',
    'components[0].id: names cache, expected one of http-api',
  ],
  [
    'a component without names',
    'id: http-api',
    'id: cache',
    'components: says nothing about http-api, expected each of http-api',
  ],
  [
    'a component named twice',
    'components:\n',
    'components:\n  - { id: http-api, names: [an API, one API, this API, that API] }\n',
    'components[1].id: uses the component http-api again (first at components[0].id), expected each once',
  ],
  [
    'a statement twice in a part',
    'no slipping',
    'The date is  fixed.',
    'criteria[0].parts[0].says[1]: repeats says[0], expected another wording',
  ],
  [
    'a statement that is said and denied',
    'the date can move',
    'the date is fixed',
    'criteria[0].parts[0].denies[0]: stands in says[0] too, expected a statement that denies the idea',
  ],
  [
    'a value unlike its formula',
    'value: 180',
    'value: 185',
    'quantities[0].value: is 185, expected 180 as 250-70 gives',
  ],
  [
    'a formula of words',
    'formula: 250-70',
    'formula: 250 ms - 70 ms',
    'quantities[0].formula: "250 ms - 70 ms" has no value, expected digits and + - * / ( ) only',
  ],
  [
    'a range beside its value',
    'range: [171, 189]',
    'range: [181, 189]',
    'quantities[0].range: is 181 to 189, expected a span that holds the value 180',
  ],
  [
    'a figure of an unknown criterion',
    'criteria: [S01-2]',
    'criteria: [S01-9]',
    'quantities[0].criteria[0]: names S01-9, expected one of S01-1, S01-2',
  ],
  [
    'a misconception that nobody knows',
    'id: s01-tempting',
    'id: s02-tempting',
    'misconceptions[0].id: is s02-tempting, expected s01-tempting or an id of library/misconceptions.yaml',
  ],
  [
    'a belief that corrects itself',
    'no language lasts',
    'Rust lasts',
    'misconceptions[0].corrects[2]: stands in says too, expected a statement that corrects it',
  ],
])('%s gives one sentence with file and place', async (_name, from, to, expected) => {
  await copy.edit(FILE, from, to);
  expect(await problems()).toContainEqual(expect.stringContaining(`${FILE} → ${expected}`));
});
