import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type CourseCopy, copyCourse, FIXTURE_COURSE } from '@/tests/support/course-copy';
import { loadCourse } from './load-course';
import { formatProblem } from './problem';
import { selectPlacedItems } from './select';

let copy: CourseCopy;
beforeEach(async () => {
  copy = await copyCourse();
});
afterEach(() => copy.remove());

const OUTLINE = 'lessons/course.yaml';
const LESSON = 'lessons/m01-first/01-one/lesson.mdx';
const QUIZ = 'lessons/m01-first/01-one/quiz.yaml';
const SCENARIO = 'exercises/S01/scenario.yaml';
const RUBRIC = 'exercises/S01/rubric.yaml';
const CLAIMS = 'library/claims.yaml';

const lines = async () => (await loadCourse(copy.root)).problems.map(formatProblem);

test('the fixture course loads without a problem, and a module without a folder is in preparation', async () => {
  const { course, problems } = await loadCourse(FIXTURE_COURSE);
  expect(problems).toEqual([]);
  expect(course.lessons.map(({ lesson, module }) => [lesson.id, module.id])).toEqual([['one', 'M1']]);
  expect(course.exercises[0]?.samples).toHaveLength(1);
  expect(course.outline.modules).toHaveLength(2);
});

test('the content hash follows every file', async () => {
  const before = (await loadCourse(copy.root)).course.contentHash;
  await copy.edit(RUBRIC, 'Which resource runs out first?', 'What runs out first?');
  expect((await loadCourse(copy.root)).course.contentHash).not.toBe(before);
});

test('the rubric hash follows the rubric and not its comments', async () => {
  const hash = async () => (await loadCourse(copy.root)).course.exercises[0]?.rubricHash;
  const before = await hash();
  await copy.edit(RUBRIC, 'scenario: S01', '# a remark\nscenario: S01');
  expect(await hash()).toBe(before);
  await copy.edit(RUBRIC, 'Names one of the two.', 'Names either.');
  expect(await hash()).not.toBe(before);
});

test('what is offered for reading changes no rubric hash, so that no receipt and no calibration goes stale by it', async () => {
  const exercise = async () => (await loadCourse(copy.root)).course.exercises[0];
  const before = await exercise();
  expect(before?.reread?.criteria).toHaveLength(2);
  await copy.edit('exercises/S01/reread.yaml', 'cases: [C01]', 'cases: []');
  expect((await exercise())?.rubricHash).toBe(before?.rubricHash);
  await copy.removeFile('exercises/S01/reread.yaml');
  expect(await exercise()).toMatchObject({ rubricHash: before?.rubricHash, reread: null });
});

test('model answers, twists and questions change no rubric hash either', async () => {
  const exercise = async () => (await loadCourse(copy.root)).course.exercises[0];
  const before = await exercise();
  expect(before?.modelAnswers?.usual.choices).toEqual({ 'http-api': 'go' });
  await copy.edit('exercises/S01/model-answers.yaml', 'four of six people', 'five of six people');
  await copy.edit('exercises/S01/panel.yaml', 'The date stands', 'The day stands');
  await copy.edit(SCENARIO, 'Rust becomes defensible.', 'Nothing changes.');
  expect((await exercise())?.rubricHash).toBe(before?.rubricHash);
  await copy.removeFile('exercises/S01/model-answers.yaml');
  expect(await exercise()).toMatchObject({ rubricHash: before?.rubricHash, modelAnswers: null });
});

describe('files that are missing or in the wrong place', () => {
  test('a lesson without a quiz is reported, not dropped', async () => {
    await copy.removeFile(QUIZ);
    expect(await lines()).toContain(`${QUIZ}: is missing, expected beside lesson.mdx`);
  });

  test('a quiz without a lesson is reported', async () => {
    await copy.removeFile(LESSON);
    expect(await lines()).toContain(`${LESSON}: is missing, expected beside quiz.yaml`);
  });

  test('a lesson without front matter is reported', async () => {
    await copy.write(LESSON, 'Just text.\n');
    expect((await lines())[0]).toContain(`${LESSON} → line 1: has no front matter`);
  });

  test('a lesson folder outside every module is an orphan', async () => {
    await copy.write('lessons/m09-lost/01-one/lesson.mdx', 'text');
    expect((await lines())[0]).toContain('lies in m09-lost/, expected the folder of a module');
  });

  test('a file that belongs to no lesson, exercise or library is an orphan', async () => {
    await copy.write('lessons/m01-first/notes.md', 'text');
    await copy.write('exercises/S01/old-rubric.yaml', 'a: 1');
    await copy.write('library/more.yaml', 'a: 1');
    const found = await lines();
    expect(found).toHaveLength(3);
    expect(found.join('\n')).toMatch(
      /more\.yaml: is not read[\s\S]*notes\.md: belongs to no lesson[\s\S]*old-rubric\.yaml: belongs to no exercise/,
    );
  });

  test('what an editor leaves lying is not content', async () => {
    await copy.write('lessons/m01-first/01-one/lesson.mdx~', 'old');
    await copy.write('lessons/m01-first/01-one/.lesson.mdx.swp', 'old');
    expect(await lines()).toEqual([]);
  });

  test('a file in another encoding is reported', async () => {
    await copy.write('library/misconceptions.yaml', Buffer.from([0x2d, 0x20, 0xe9]));
    expect((await lines())[0]).toContain('library/misconceptions.yaml: holds bytes that are not UTF-8');
  });

  test('an exercise without a rubric is reported', async () => {
    await copy.removeFile(RUBRIC);
    expect((await lines()).join('\n')).toContain(`${RUBRIC}: is missing`);
  });

  test('a course without an outline is reported', async () => {
    await copy.removeFile(OUTLINE);
    expect((await lines())[0]).toBe(`${OUTLINE}: is missing, expected the list of modules`);
  });
});

describe('coverage', () => {
  test('an objective with one item is reported', async () => {
    await copy.edit(
      LESSON,
      '    text: Read a latency budget aloud.',
      '    text: Read a latency budget aloud.\n  - id: juggle\n    text: Juggle three budgets at once.',
    );
    expect(await lines()).toEqual([
      `${LESSON} → objectives[1]: juggle is measured by 0 of the quiz's items, expected at least 2`,
    ]);
  });

  test('a promised claim that the text never mentions is reported', async () => {
    await copy.edit(LESSON, '<Claim id="A-X-1" />', 'A-X-12 is another one.');
    const found = (await lines()).join('\n');
    expect(found).toContain(`${LESSON} → claims[0]: promises A-X-1`);
    expect(found).toContain('A-X-1 is not taught');
  });

  test('a claim is taught where the text refers to it by id', async () => {
    await copy.edit(LESSON, '<Claim id="A-X-1" />', 'The first document says so (A-X-1).');
    expect(await lines()).toEqual([]);
  });

  test('a claim that no item lists is reported for a module with lessons', async () => {
    await copy.edit(
      QUIZ,
      'claims: [A-X-1]\n    objectives: [read-a-budget]\n    rationale: 250',
      'claims: []\n    objectives: [read-a-budget]\n    rationale: 250',
    );
    await copy.edit(QUIZ, 'claims: [A-X-1]', 'claims: []');
    expect((await lines())[0]).toBe(
      `${OUTLINE} → modules[0].claims: M1: A-X-1 is not assessed, expected a quiz item that lists each`,
    );
  });
});

test('several problems in several files are all reported in one run', async () => {
  await copy.edit(LESSON, 'minutes: 2', 'minutes: none');
  await copy.edit(QUIZ, 'key: sql', 'key: disk');
  await copy.edit(SCENARIO, 'difficulty: 1', 'difficulty: 7');
  await copy.edit(RUBRIC, 'points: 10\n    title: A', 'points: 11\n    title: A');
  await copy.edit(CLAIMS, 'verdict: oversimplified', 'verdict: nonsense');
  await copy.edit('library/misconceptions.yaml', 'claims: [A-X-1]', 'claims: [A-X-3]');
  const found = (await lines()).join('\n');
  for (const file of [LESSON, QUIZ, SCENARIO, RUBRIC, CLAIMS, 'library/misconceptions.yaml'])
    expect(found).toContain(file);
});

test('an entry with a fault of its own is not reported again wherever it is named', async () => {
  await copy.edit(CLAIMS, 'verdict: oversimplified', 'verdict: nonsense');
  await copy.edit(SCENARIO, 'difficulty: 1', 'difficulty: 7');
  expect(await lines()).toHaveLength(2);
});

test('a bomb of aliases in a quiz is refused with its line, and the rest is still checked', async () => {
  await copy.write(QUIZ, 'lesson: &a one\nitems: [*a, *a]\n');
  await copy.edit(SCENARIO, 'difficulty: 1', 'difficulty: 7');
  const found = (await lines()).join('\n');
  expect(found).toContain(`${QUIZ} → line 2: refers to an anchor`);
  expect(found).toContain(`${SCENARIO} → difficulty`);
});

describe('times', () => {
  test('a lesson without its own figure takes what its words and parts come to, and its quiz what the items do', async () => {
    const minutes = async () => (await loadCourse(copy.root)).course.lessons[0]?.minutes;
    expect(await minutes()).toEqual({ reading: 2, quiz: 2 });
    await copy.edit(LESSON, 'minutes: 2\n', '');
    expect(await minutes()).toEqual({ reading: 1, quiz: 2 });
    await copy.edit(LESSON, 'not for the compiler.', `not for the compiler. ${'More words. '.repeat(500)}`);
    expect(await minutes()).toEqual({ reading: 6, quiz: 2 });
  });

  test('a lesson that grew past its figure is reported', async () => {
    await copy.edit(LESSON, 'not for the compiler.', `not for the compiler. ${'More words. '.repeat(500)}`);
    expect(await lines()).toContain(
      `${LESSON} → minutes: is 2, expected 5 to 7 (its words and parts come to 6), or left out`,
    );
  });

  test('an exercise is estimated from its brief', async () => {
    expect((await loadCourse(copy.root)).course.exercises[0]?.minutes).toBeGreaterThan(35);
  });
});

describe('paths and the placement', () => {
  test('are read, and an entry of a module in preparation waits without a word', async () => {
    const { course, problems } = await loadCourse(copy.root);
    expect(problems).toEqual([]);
    expect(course.paths.map(({ id }) => id)).toEqual(['engineer', 'leader']);
    expect(selectPlacedItems(course).map(({ item, module }) => [module.id, item.id])).toEqual([['M1', 'one-left']]);
  });

  test('may both be missing', async () => {
    await copy.removeFile('lessons/paths.yaml');
    await copy.removeFile('lessons/placement.yaml');
    const { course, problems } = await loadCourse(copy.root);
    expect([problems, course.paths, course.placement, selectPlacedItems(course)]).toEqual([[], [], null, []]);
  });

  test('an item of another type than the placement can ask is reported', async () => {
    await copy.edit(QUIZ, '    unit: ms\n    key: 180\n    tolerance: { absolute: 1 }', SHORT_ANSWER);
    await copy.edit(QUIZ, 'type: numeric', 'type: short-answer');
    expect(await lines()).toContain(
      'lessons/placement.yaml → items[0].item: names one-left, which is short-answer, expected single-choice or numeric or matching',
    );
  });

  test('a lesson that cannot be read is one problem, not one for each place that names it', async () => {
    await copy.edit(QUIZ, 'key: sql', 'key: disk');
    expect((await loadCourse(copy.root)).problems).toHaveLength(1);
  });
});

const SHORT_ANSWER = `    points:
      - { id: left, text: What is left, phrasings: [one hundred and eighty], rationale: 250 less 70. }
    required: 1
    modelAnswer: One hundred and eighty are left.`;
