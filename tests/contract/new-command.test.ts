import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkEditorial } from '@/course/check-editorial';
import { checkSamples } from '@/course/check-samples';
import { loadCourse } from '@/course/load-course';
import { formatProblem } from '@/course/problem';
import { type CourseCopy, copyCourse } from '../support/course-copy';
import { projectRoot } from '../support/project-files';

let copy: CourseCopy;
beforeEach(async () => {
  copy = await copyCourse();
});
afterEach(() => copy.remove());

function create(...options: string[]) {
  const command = ['--tsconfig', `${projectRoot}/tsconfig.json`, `${projectRoot}/course/commands/new.ts`, ...options];
  return spawnSync(process.execPath, [`${projectRoot}/node_modules/tsx/dist/cli.mjs`, ...command], {
    cwd: copy.root,
    encoding: 'utf8',
  });
}

/** What the check says beside the placeholders, and how many of them there are. */
async function objections() {
  const loaded = await loadCourse(copy.root);
  const lines = [...loaded.problems, ...checkEditorial(loaded)].map(formatProblem);
  const others = lines.filter((line) => !line.includes('still holds the placeholder'));
  return { others, placeholders: lines.length - others.length, loaded };
}

const read = (file: string) => readFileSync(join(copy.root, file), 'utf8');

test('a new lesson holds together, has four items, and the check names each text that is still to write', async () => {
  const { status, stdout } = create(
    'lesson',
    'M1',
    'where-it-waits',
    '--title',
    'Where it waits',
    '--today',
    '2026-11-21',
  );
  expect(status).toBe(0);
  expect(stdout).toContain('Wrote lessons/m01-first/02-where-it-waits/lesson.mdx');
  expect(stdout).toContain('Next:\n  1. Write lessons/m01-first/02-where-it-waits/lesson.mdx');
  const { others, placeholders, loaded } = await objections();
  expect(others).toEqual([]);
  expect(placeholders).toBeGreaterThan(20);
  const lesson = loaded.course.lessons.find(({ lesson: { id } }) => id === 'where-it-waits');
  expect([lesson?.lesson.title, lesson?.lesson.reviewedOn, lesson?.quiz.items.length]).toEqual([
    'Where it waits',
    '2026-11-21',
    4,
  ]);
});

test('a new quiz measures the first objective of its lesson', async () => {
  await copy.removeFile('lessons/m01-first/01-one/quiz.yaml');
  expect(create('quiz', 'one').status).toBe(0);
  const { others } = await objections();
  expect(others.toSorted()).toEqual(
    [
      'lessons/course.yaml → modules[0].claims: M1: A-X-1 is not assessed, expected a quiz item that lists each',
      'lessons/placement.yaml → items[0].item: names one-left, expected an item of the quizzes of M1',
    ].toSorted(),
  );
});

test('a new exercise takes the next number and can be graded, and a sample is added to it', async () => {
  expect(create('exercise').stdout).toContain('Wrote exercises/S02/scenario.yaml');
  expect(create('sample', 'S02', 'mid_vague').stdout).toContain('Wrote exercises/S02/samples/mid-vague.yaml');
  const { others, placeholders, loaded } = await objections();
  expect(others).toEqual([]);
  expect(placeholders).toBeGreaterThan(40);
  expect(checkSamples(loaded.course).agreements.map(({ samples }) => samples)).toEqual([1, 3]);
});

test('a new module stands at the end of the outline and is in preparation, and its first lesson finds it', async () => {
  const before = read('lessons/course.yaml');
  expect(create('module', 'people', '--title', 'People: who pays?').status).toBe(0);
  const after = read('lessons/course.yaml');
  expect(after.startsWith(before)).toBe(true);
  expect(parse(after).modules[2]).toMatchObject({ id: 'M3', title: 'People: who pays?', folder: 'm03-people' });
  const places = [0, 1].map(
    (path) => `lessons/paths.yaml → paths[${path}]: does not name M3, expected every module in steps or leavesOut`,
  );
  expect((await objections()).others).toEqual(places);
  expect(create('lesson', 'M3', 'a-date').stdout).toContain('Wrote lessons/m03-people/01-a-date/lesson.mdx');
  expect((await objections()).others).toEqual(places);
});

test('an outline that ends with something else is left alone, and the block to add is printed', async () => {
  const text = `${read('lessons/course.yaml')}promises: { everyClaim: false, items: 1, itemsPerQuiz: 1, exercises: 1, cases: 1 }\n`;
  await copy.write('lessons/course.yaml', text);
  const { status, stderr } = create('module', 'people');
  expect([status, read('lessons/course.yaml')]).toEqual([2, text]);
  expect(stderr).toContain('so add this to the list:\n  - id: M3');
});

test.each<[string, string[], string]>([
  ['nothing', [], 'The kind is missing, expected lesson, quiz, exercise, sample or module.'],
  ['an unknown kind', ['poem'], '"poem" is unknown, expected lesson'],
  ['a lesson of no module', ['lesson', 'M9', 'a-date'], 'The module is "M9", expected one of M1, M2.'],
  ['a lesson with a bad id', ['lesson', 'M1', 'A date'], 'The id of the lesson is "A date", expected lower-case words'],
  ['a lesson that is there', ['lesson', 'M2', 'one'], 'There is a lesson one already: lessons/m01-first/01-one/'],
  [
    'a quiz that is there',
    ['quiz', 'one'],
    'There is a file lessons/m01-first/01-one/quiz.yaml already, and nothing is written',
  ],
  ['a quiz of no lesson', ['quiz', 'two'], 'There is no lesson two'],
  ['an exercise that is there', ['exercise', 'S01'], 'There is an exercise S01 already'],
  ['an exercise with a bad id', ['exercise', '25'], 'The exercise is "25", expected S and two digits'],
  ['a sample of no exercise', ['sample', 'S09', 'hostile'], 'The exercise is "S09", expected one that has a scenario'],
  ['a sample of no kind', ['sample', 'S01', 'clever'], 'The profile is "clever", expected one of strong_expected'],
  ['a module that is there', ['module', 'second'], 'There is a module M2 of that name already: m02-second'],
  ['an unknown option', ['lesson', '--force'], "Unknown option '--force'"],
])('%s is refused with what would be right, and nothing is written', async (_name, options, expected) => {
  const before = (await loadCourse(copy.root)).course.contentHash;
  const { status, stderr } = create(...options);
  expect(status).toBe(2);
  expect(stderr).toContain(expected);
  expect(stderr).toContain('Usage: npm run new -- lesson');
  expect((await loadCourse(copy.root)).course.contentHash).toBe(before);
});
