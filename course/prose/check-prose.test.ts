import { afterEach, beforeEach, expect, test } from 'vitest';
import { type CourseCopy, copyCourse, FIXTURE_COURSE } from '@/tests/support/course-copy';
import { checkEditorial } from '../check-editorial';
import { loadCourse } from '../load-course';
import { formatProblem } from '../problem';
import { checkProse } from './check-prose';
import documents from './data/documents.json';
import { documentHashes, joinHashes, RUN_WORDS, splitHashes } from './document-runs';

let copy: CourseCopy;
beforeEach(async () => {
  copy = await copyCourse();
});
afterEach(() => copy.remove());

const LESSON = 'lessons/m01-first/01-one/lesson.mdx';
const QUIZ = 'lessons/m01-first/01-one/quiz.yaml';
const SCENARIO = 'exercises/S01/scenario.yaml';
const CLAIMS = 'library/claims.yaml';
const SENTENCE = 'The page waits for **SQL**, not for the compiler.';
const words = (count: number) =>
  `The ${Array.from({ length: count - 2 }, (_, index) => `part${index}`).join(' ')} waits.`;

const found = async () => checkEditorial(await loadCourse(copy.root)).map(formatProblem);

test('the fixture course gives an editor nothing to object to', async () => {
  expect(checkEditorial(await loadCourse(FIXTURE_COURSE))).toEqual([]);
});

test.each<[string, string, string, string, string]>([
  [
    'filler in a lesson',
    LESSON,
    SENTENCE,
    'It simply waits.',
    `${LESSON} → line 14: says "simply", expected none of it`,
  ],
  [
    'filler in a standfirst',
    LESSON,
    'A lesson that',
    'Needless to say, a lesson that',
    `${LESSON} → standfirst: says "Needless to say"`,
  ],
  [
    'filler in a stem',
    QUIZ,
    'stem: Which part',
    'stem: Obviously, which part',
    `${QUIZ} → items[0].stem (line 5): says "Obviously"`,
  ],
  [
    'filler in a brief',
    SCENARIO,
    'brief: Lowbridge',
    'brief: In order to ship, Lowbridge',
    `${SCENARIO} → brief (line 7): says "In order to", expected none of it (to)`,
  ],
  [
    'an exclamation mark',
    LESSON,
    SENTENCE,
    'The page waits!',
    `${LESSON} → line 14: says "waits!", expected no exclamation mark`,
  ],
  ['a long sentence', LESSON, SENTENCE, words(46), `${LESSON} → line 14: a sentence of 46 words ("The part0 part1`],
  [
    'a long sentence in a rationale',
    QUIZ,
    'rationale: 250 − 70 = 180.',
    `rationale: ${words(46)}`,
    `${QUIZ} → items[1].rationale (line 19): a sentence of 46 words`,
  ],
  [
    'a long sentence in a margin',
    LESSON,
    SENTENCE,
    `It waits. <Aside>${words(46)}</Aside>`,
    `${LESSON} → line 14: a sentence of 46 words`,
  ],
  [
    'an acronym that nobody explained',
    LESSON,
    SENTENCE,
    'The QPX waits.',
    `${LESSON} → line 14: QPX is not spelt out where it first stands`,
  ],
  [
    'a heading that skips',
    LESSON,
    SENTENCE,
    '## One\n\n#### Deep',
    `${LESSON} → line 16: "Deep" skips from level 2 to 4, expected level 3`,
  ],
  [
    'a second title',
    LESSON,
    SENTENCE,
    '# One',
    `${LESSON} → line 14: "One" is a heading of level 1, expected ## or deeper`,
  ],
  [
    'a picture without words',
    LESSON,
    SENTENCE,
    '![](https://example.org/a.png)',
    `${LESSON} → line 14: shows a picture without words for it`,
  ],
  [
    'a picture of HTML without words',
    LESSON,
    SENTENCE,
    '<img src="https://example.org/a.png" />',
    `${LESSON} → line 14: shows a picture without words for it`,
  ],
  [
    'a link to no lesson',
    LESSON,
    SENTENCE,
    '[two](/lessons/two)',
    `${LESSON} → line 14: links to /lessons/two, expected /lessons/ and the id of a lesson`,
  ],
  [
    'a link to no anchor',
    LESSON,
    SENTENCE,
    '[there](/lessons/one#there)',
    `${LESSON} → line 14: links to /lessons/one#there, expected an anchor of that lesson: claim-A-X-1, case-C01`,
  ],
  [
    'a link to no anchor of its own',
    LESSON,
    SENTENCE,
    '[there](#there)',
    `${LESSON} → line 14: links to #there, expected an anchor`,
  ],
  [
    'a link to no case',
    LESSON,
    SENTENCE,
    '[C77](/cases/C77)',
    `${LESSON} → line 14: links to /cases/C77, expected /cases/ and an id`,
  ],
  [
    'a link to no word',
    LESSON,
    SENTENCE,
    '[heap](/glossary#heap)',
    `${LESSON} → line 14: links to /glossary#heap, expected /glossary# and an id`,
  ],
  [
    'a link to no exercise',
    LESSON,
    SENTENCE,
    '[S77](/exercises/S77)',
    `${LESSON} → line 14: links to /exercises/S77, expected /exercises/ and a folder`,
  ],
  [
    'a link to no page',
    LESSON,
    SENTENCE,
    '[x](/elsewhere)',
    `${LESSON} → line 14: links to /elsewhere, expected /lessons/…`,
  ],
  [
    'a placeholder',
    QUIZ,
    'rationale: 250 − 70 = 180.',
    'rationale: "[to write: why 180]"',
    `${QUIZ} → line 19: still holds the placeholder, expected why 180`,
  ],
])('%s is reported with file and place', async (_name, file, from, to, expected) => {
  await copy.edit(file, from, to);
  expect((await found()).join('\n')).toContain(expected);
});

/** An invented document stands in for the two real ones, which are not shipped. */
const DOCUMENT = new Set(
  documentHashes(['Every page of ours became three times faster when we changed the language it is in.'], []),
);

test('six words in a row out of a document are no problem, and nine are one, wherever a learner reads them', async () => {
  const overlaps = async () => checkProse(await loadCourse(copy.root), DOCUMENT).map(formatProblem);
  await copy.edit(
    CLAIMS,
    'A faster language makes',
    'Our page became three times faster. “Three times faster when we changed…” A faster language makes',
  );
  expect(await overlaps()).toEqual([]);
  await copy.edit(
    CLAIMS,
    'Small teams should',
    '“Three Times Faster, when we changed the language it is” – small teams should',
  );
  await copy.edit(SCENARIO, 'change: A parent', 'change: Every page of ours became three times. A parent');
  expect(await overlaps()).toEqual([
    `${SCENARIO} → twist.change (line 35): shares 7 words with a source document ("every page of ours became three times"), expected our own words, at most 6 in a row`,
    `${CLAIMS} → [1].claim (line 18): shares 10 words with a source document ("three times faster when we changed the language it is"), expected our own words, at most 6 in a row`,
  ]);
});

test('the shipped hashes are whole, and made for runs as long as the check looks for', () => {
  const hashes = splitHashes(documents.hashes);
  expect([hashes.size, joinHashes([...hashes].sort())]).toEqual([documents.count, documents.hashes]);
  expect(documents.count).toBeGreaterThan(2000);
  expect(documents.about).toContain(`every run of ${RUN_WORDS} words`);
});

test('what is quoted, tabulated or listed is not measured as a sentence', async () => {
  const items = Array.from({ length: 12 }, () => 'one entry of the list has some words').join('; ');
  await copy.edit(
    LESSON,
    SENTENCE,
    `> It simply is. ${words(60)}\n\nThe list: ${items}.\n\nShe said “simply put” and meant \`simply\`.`,
  );
  await copy.edit(LESSON, '| SQL  | 70 |', `| SQL ${words(50)} | 70 |`);
  expect(await found()).toEqual([]);
});

test('an acronym may be spelt out, stand in the glossary, be known to all or be code', async () => {
  await copy.edit(
    LESSON,
    SENTENCE,
    'A query planner experiment (QPX) ran. The QPX ended. RSS grew, SQL waited, `ZZZ` did not. IV.',
  );
  await copy.write(
    'library/glossary.yaml',
    '- { id: resident-memory, term: resident memory, also: [RSS], text: What a process has. }\n',
  );
  expect(await found()).toEqual([]);
  await copy.removeFile('library/glossary.yaml');
  expect((await found()).join('\n')).toContain('RSS is not spelt out');
});

test('links that lead somewhere are left alone', async () => {
  await copy.edit(
    LESSON,
    SENTENCE,
    '## Where it `waits`\n\n[a](#where-it-waits) [b](/lessons/one#claim-A-X-1) [c](/lessons/one/quiz) [d](/cases/C01) [e](/exercises/S01) [f](https://example.org)',
  );
  expect(await found()).toEqual([]);
});

test('two lessons that share a run of twelve words are reported, with the place of the first', async () => {
  const run = 'count one two three four five six seven eight nine ten eleven';
  await copy.edit(LESSON, SENTENCE, `${run}.`);
  await copy.write(
    'lessons/m02-second/01-two/lesson.mdx',
    `---
id: two
title: The second lesson
standfirst: A lesson that repeats another one.
minutes: 5
objectives:
  - id: count
    text: Count to twelve without help.
claims: [A-X-2]
reviewedOn: 2026-11-21
---

They ${run}. A-X-2.
`,
  );
  await copy.write(
    'lessons/m02-second/01-two/quiz.yaml',
    'lesson: two\nitems:\n  - { id: two-a, type: numeric, stem: "How many?", claims: [A-X-2], objectives: [count], rationale: Twelve., unit: "", key: 12, tolerance: { absolute: 0 } }\n  - { id: two-b, type: numeric, stem: "And one more?", claims: [A-X-2], objectives: [count], rationale: Thirteen., unit: "", key: 13, tolerance: { absolute: 0 } }\n',
  );
  expect(await found()).toEqual([
    `lessons/m02-second/01-two/lesson.mdx → line 13: repeats ${LESSON} → line 14 ("${run}"), expected each thing told once`,
  ]);
});
