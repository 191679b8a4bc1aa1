import { afterEach, beforeEach, expect, test } from 'vitest';
import { type CourseCopy, copyCourse } from '@/tests/support/course-copy';
import { checkPromises } from './check-promises';
import { loadCourse } from './load-course';
import { formatProblem } from './problem';

let copy: CourseCopy;
beforeEach(async () => {
  copy = await copyCourse();
});
afterEach(() => copy.remove());

const OUTLINE = 'lessons/course.yaml';
const promise = (rest: string) => copy.edit(OUTLINE, 'modules:', `promises: { ${rest} }\nmodules:`);
const found = async () => checkPromises(await loadCourse(copy.root)).map(formatProblem);

test('a course that promises nothing owes nothing, and one that keeps its promises neither', async () => {
  expect(await found()).toEqual([]);
  await promise('everyClaim: false, items: 2, itemsPerQuiz: 2, exercises: 1, cases: 1');
  expect(await found()).toEqual([]);
});

test('each count that falls short is one problem', async () => {
  await promise('everyClaim: false, items: 150, itemsPerQuiz: 4, exercises: 24, cases: 48');
  expect(await found()).toEqual([
    'lessons/m01-first/01-one/quiz.yaml → items: holds 2, expected at least 4',
    `${OUTLINE} → promises.items: there are 2 items, expected at least 150`,
    `${OUTLINE} → promises.exercises: there are 1 exercises, expected at least 24`,
    `${OUTLINE} → promises.cases: there are 1 cases, expected at least 48`,
  ]);
});

test('where every claim is promised, a module in preparation is asked too, once for all its claims', async () => {
  await promise('everyClaim: true, items: 2, itemsPerQuiz: 2, exercises: 1, cases: 1');
  expect(await found()).toEqual([
    `${OUTLINE} → modules[1].claims: M2: A-X-2 is not taught, expected a lesson that shows each; A-X-2 is not assessed, expected a quiz item that lists each`,
  ]);
});

test('a claim that no module lists is owed as well', async () => {
  await promise('everyClaim: true, items: 2, itemsPerQuiz: 2, exercises: 1, cases: 1');
  await copy.edit(OUTLINE, 'claims: [A-X-2]', 'claims: []');
  expect(await found()).toEqual([`${OUTLINE} → modules: no module lists A-X-2, expected one`]);
});
