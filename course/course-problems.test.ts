import { afterEach, beforeEach, expect, test } from 'vitest';
import { type CourseCopy, copyCourse } from '@/tests/support/course-copy';
import { loadCourse } from './load-course';
import { formatProblem } from './problem';

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
const SAMPLE = 'exercises/S01/samples/strong.yaml';
const REREAD = 'exercises/S01/reread.yaml';
const PANEL = 'exercises/S01/panel.yaml';
const PATHS = 'lessons/paths.yaml';
const PLACEMENT = 'lessons/placement.yaml';
const MODELS = 'exercises/S01/model-answers.yaml';
const CLAIMS = 'library/claims.yaml';
const GLOSSARY = 'library/glossary.yaml';

test.each<[string, string, string, string, string]>([
  ['a misspelt key', LESSON, 'minutes: 2', 'minuets: 2', `${LESSON}: unknown key minuets`],
  ['a missing key', LESSON, 'reviewedOn: 2026-11-21\n', '', `${LESSON} → reviewedOn: missing, expected a string`],
  [
    'a number out of range',
    LESSON,
    'minutes: 2',
    'minutes: 99',
    `${LESSON} → minutes: too big, expected number to be <=60 (line 5)`,
  ],
  [
    'minutes far from what the text comes to',
    LESSON,
    'minutes: 2',
    'minutes: 5',
    `${LESSON} → minutes: is 5, expected 1 to 2 (its words and parts come to 1), or left out`,
  ],
  [
    'a module that the course lacks, in a path',
    PATHS,
    'module: M2\n        why: It is',
    'module: M7\n        why: It is',
    `${PATHS} → paths[0].steps[1].module: names M7, expected a module of lessons/course.yaml`,
  ],
  [
    'a module that a path does not name',
    PATHS,
    '      - module: M2\n        why: It comes first on this path.\n',
    '',
    `${PATHS} → paths[1]: does not name M2, expected every module in steps or leavesOut`,
  ],
  [
    'an exercise of another module, in a path',
    PATHS,
    'It is in preparation and has its place.',
    'It is in preparation and has its place.\n        exercises: [S01]',
    `${PATHS} → paths[0].steps[1].exercises: names S01, expected exercises of M2: it has none`,
  ],
  [
    'a skipped lesson that the module lacks',
    PATHS,
    'It comes second on this path.',
    'It comes second on this path.\n        skip: { lessons: [nine], because: It is not there. }',
    `${PATHS} → paths[1].steps[1].skip.lessons: names nine, expected a lesson of M1: one`,
  ],
  [
    'a module of which nothing is left',
    PATHS,
    'It comes second on this path.',
    'It comes second on this path.\n        skip: { lessons: [one], because: It is all there is. }',
    `${PATHS} → paths[1].steps[1].skip.lessons: names every lesson of M1, expected the module in leavesOut`,
  ],
  [
    'a whole path that leaves a module out',
    PATHS,
    '      - module: M2\n        why: It is in preparation and has its place.',
    '    leavesOut:\n      - module: M2\n        because: It is in preparation.',
    `${PATHS} → paths[0].leavesOut: names M2, expected nothing: the path engineer leads through every module`,
  ],
  [
    'a course without the whole path',
    PATHS,
    'id: engineer',
    'id: driver',
    `${PATHS} → paths: holds no engineer, expected a path of that id that leads through every module`,
  ],
  [
    'an item that the module lacks, in the placement',
    PLACEMENT,
    'item: one-left',
    'item: one-right',
    `${PLACEMENT} → items[0].item: names one-right, expected an item of the quizzes of M1`,
  ],
  [
    'a module asked about twice, in the placement',
    PLACEMENT,
    'module: M2',
    'module: M1',
    `${PLACEMENT} → items[1].module: uses the module M1 again (first at items[0].module), expected each once`,
  ],
  [
    'a date that is none',
    LESSON,
    'reviewedOn: 2026-11-21',
    'reviewedOn: in spring',
    'expected a date such as 2026-11-21',
  ],
  [
    'a lesson id unlike its folder',
    LESSON,
    'id: one',
    'id: two',
    `${LESSON} → id: is two, expected the name of its folder`,
  ],
  [
    'a claim the ledger lacks',
    LESSON,
    'claims: [A-X-1]',
    'claims: [A-X-1, A-X-9]',
    `${LESSON} → claims[1]: names A-X-9`,
  ],
  [
    'a claim of another module',
    LESSON,
    'claims: [A-X-1]',
    'claims: [A-X-1, A-X-2]',
    'expected a claim of its module M1',
  ],
  [
    'a shown claim that does not exist',
    LESSON,
    '<Claim id="A-X-1" />',
    'A-X-1 <Claim id="A-X-7" />',
    `${LESSON} → line 16: shows the claim A-X-7`,
  ],
  [
    'a shown case that does not exist',
    LESSON,
    '<Case id="C01" />',
    '<Case id="C77" />',
    `${LESSON} → line 18: shows the case C77`,
  ],
  ['a claim card without an id', LESSON, '<Case id="C01" />', '<Claim />', 'shows a <Claim> without an id'],
  [
    'an unknown component',
    LESSON,
    '<Case id="C01" />',
    '<Clame id="C01" />',
    `${LESSON} → line 18: uses <Clame>, expected one of`,
  ],
  [
    'an import',
    LESSON,
    '<Case id="C01" />',
    "import fs from 'node:fs'",
    `${LESSON} → line 18: holds an import or export`,
  ],
  ['an export', LESSON, '<Case id="C01" />', 'export const a = 1', `${LESSON} → line 18: holds an import or export`],
  [
    'a computed expression',
    LESSON,
    '<Case id="C01" />',
    '{process.env.HOME}',
    `${LESSON} → line 18: computes {process.env.HOME}`,
  ],
  [
    'a computed attribute',
    LESSON,
    '<Case id="C01" />',
    '<Aside note={fetch("x")} />',
    'computes note={fetch("x")} of <Aside>',
  ],
  [
    'a function in an attribute',
    LESSON,
    '<Case id="C01" />',
    '<Aside note={() => 1} />',
    'computes note={() => 1} of <Aside>',
  ],
  [
    'a script element',
    LESSON,
    '<Case id="C01" />',
    '<script src="x.js"></script>',
    'uses <script>, which a lesson may not hold',
  ],
  ['an unknown language', LESSON, '```go', '```golang', `${LESSON} → line 24: marks code as golang, expected one of`],
  [
    'an unclosed element',
    LESSON,
    '<Case id="C01" />',
    '<Aside>',
    `${LESSON} → line 18: cannot be compiled: Expected a closing tag for`,
  ],
  [
    'an unreadable brace',
    LESSON,
    '<Case id="C01" />',
    'a set {1, 2',
    `${LESSON} → line 18: cannot be compiled: a brace opens`,
  ],
  [
    'a key that is no option',
    QUIZ,
    'key: sql',
    'key: disk',
    `${QUIZ} → items[0].key: key names disk; expected ids out of sql, code, network (line 13)`,
  ],
  ['an unknown item type', QUIZ, 'type: numeric', 'type: riddle', `${QUIZ} → items[1].type: unknown type`],
  [
    'an item id used twice',
    QUIZ,
    'id: one-left',
    'id: one-budget',
    `${QUIZ} → items[1].id: uses the item one-budget again (first at items[0].id)`,
  ],
  [
    'an item for another objective',
    QUIZ,
    'objectives: [read-a-budget]\n    rationale: The',
    'objectives: [read-a-budget, juggle]\n    rationale: The',
    'items[0].objectives: names juggle, expected one of read-a-budget',
  ],
  [
    'an item about an unknown claim',
    QUIZ,
    'claims: [A-X-1]\n    objectives: [read-a-budget]\n    rationale: 250',
    'claims: [A-X-5]\n    objectives: [read-a-budget]\n    rationale: 250',
    'items[1].claims: names A-X-5',
  ],
  [
    'all of the above',
    QUIZ,
    'text: The network',
    'text: All of the above',
    `${QUIZ} → items[0].options[2].text: says "All of the above"`,
  ],
  [
    'an option twice',
    QUIZ,
    'text: The network',
    'text: our own code.',
    `${QUIZ} → items[0].options[2].text: repeats options[1]`,
  ],
  ['a quiz of another lesson', QUIZ, 'lesson: one', 'lesson: two', `${QUIZ} → lesson: is two, expected one`],
  [
    'a rubric that adds up wrongly',
    RUBRIC,
    'points: 10\n    title: The',
    'points: 9\n    title: The',
    `${RUBRIC} → criteria: points add up to 19, expected 20`,
  ],
  [
    'a criterion of another scenario',
    RUBRIC,
    'id: S01-2',
    'id: S02-2',
    `${RUBRIC} → criteria[1].id: expected an id that starts with S01-`,
  ],
  [
    'a scenario unlike its folder',
    SCENARIO,
    'id: S01',
    'id: S02',
    `${SCENARIO} → id: is S02, expected S01 as its folder`,
  ],
  ['an unknown anchor', SCENARIO, 'anchors: [C01]', 'anchors: [C01, C40]', `${SCENARIO} → anchors[1]: names C40`],
  [
    'an unknown choice',
    SCENARIO,
    'answer: go\n    also',
    'answer: zig\n    also',
    `${SCENARIO} → components[0].answer: expected "rust" or "go"`,
  ],
  [
    'a sample for an unknown component',
    SAMPLE,
    '{ http-api: go }',
    '{ http-api: go, cache: go }',
    `${SAMPLE} → handIn.choices: names cache`,
  ],
  ['a sample without a level', SAMPLE, ', S01-2: full', '', `${SAMPLE} → expected.levels: says nothing about S01-2`],
  [
    'a claim to reread that does not exist',
    REREAD,
    'claims: [A-X-2]',
    'claims: [A-X-2, A-X-9]',
    `${REREAD} → criteria[1].claims[1]: names A-X-9, expected an id of library/claims.yaml`,
  ],
  [
    'a case to reread that does not exist',
    REREAD,
    'cases: [C01]',
    'cases: [C77]',
    `${REREAD} → criteria[0].cases[0]: names C77`,
  ],
  [
    'a lesson to reread that is not written yet',
    REREAD,
    'cases: [C01]',
    'lessons: [some-day]',
    `${REREAD} → criteria[0].lessons[0]: names some-day, expected the id of a lesson that exists`,
  ],
  [
    'something to reread for a criterion of another exercise',
    REREAD,
    'id: S01-2',
    'id: S02-2',
    `${REREAD} → criteria[1].id: is S02-2, expected one of S01-1, S01-2`,
  ],
  [
    'a criterion with two entries to reread',
    REREAD,
    'id: S01-2',
    'id: S01-1',
    `${REREAD} → criteria[1].id: uses the criterion S01-1 again`,
  ],
  [
    'a criterion with nothing to reread',
    REREAD,
    'claims: [A-X-2]',
    'claims: []',
    `${REREAD} → criteria[1]: names nothing to read`,
  ],
  [
    'a list to reread in the wrong folder',
    REREAD,
    'scenario: S01',
    'scenario: S02',
    `${REREAD} → scenario: is S02, expected S01 as its folder`,
  ],
  [
    'a reviewer with a criterion of another exercise',
    PANEL,
    'criteria: [S01-2]',
    'criteria: [S01-2, S02-1]',
    `${PANEL} → reviewers[1].criteria[1]: is S02-1, expected one of S01-1, S01-2`,
  ],
  [
    'a criterion that two reviewers speak of',
    PANEL,
    'criteria: [S01-2]',
    'criteria: [S01-2, S01-1]',
    `${PANEL} → reviewers[1].criteria[1]: uses the criterion S01-1 again`,
  ],
  [
    'a criterion that no reviewer speaks of',
    RUBRIC,
    '  - id: S01-2',
    '  - { id: S01-3, points: 1, title: More, asks: More of it, full: All of it, half: Half of it, hint: More of it?, concepts: [more] }\n  - id: S01-2',
    `${PANEL} → reviewers: leave out S01-3, expected one reviewer for each criterion`,
  ],
  [
    'two reviewers alike',
    PANEL,
    'id: operations',
    'id: delivery',
    `${PANEL} → reviewers[1].id: uses the reviewer delivery again`,
  ],
  [
    'a panel in the wrong folder',
    PANEL,
    'scenario: S01',
    'scenario: S02',
    `${PANEL} → scenario: is S02, expected S01 as its folder`,
  ],
  [
    'a capstone that is no exercise of a module',
    OUTLINE,
    'capstone: S01',
    'capstone: S02',
    `${OUTLINE} → capstone: names S02, expected an exercise of a module`,
  ],
  [
    'a model answer that its scenario does not defend',
    MODELS,
    'choices: { http-api: go }',
    'choices: { http-api: rust }',
    `${MODELS} → usual.choices.http-api: is rust, expected go or neither-keep-existing`,
  ],
  [
    'a model answer without a choice',
    MODELS,
    'choices: { http-api: go }',
    'choices: {}',
    `${MODELS} → usual.choices.http-api: is missing, expected go or neither-keep-existing`,
  ],
  [
    'a model answer for an unknown component',
    MODELS,
    'choices: { http-api: go }',
    'choices: { http-api: go, cache: go }',
    `${MODELS} → usual.choices.cache: is no component, expected one of http-api`,
  ],
  [
    'a model answer with a boundary that nobody defends',
    MODELS,
    'boundary: queue',
    'boundary: sidecar',
    `${MODELS} → contrarian.boundary: is sidecar, expected none or queue`,
  ],
  [
    'model answers in the wrong folder',
    MODELS,
    'scenario: S01',
    'scenario: S02',
    `${MODELS} → scenario: is S02, expected S01 as its folder`,
  ],
  [
    'a question to ask that is none',
    SCENARIO,
    'Which endpoints only read?',
    'Endpoints that only read',
    `${SCENARIO} → ask_before_deciding.before[0]`,
  ],
  ['a claim id used twice', CLAIMS, 'id: A-X-2', 'id: A-X-1', `${CLAIMS} → [1].id: uses the claim A-X-1 again`],
  [
    'a claim in two modules',
    OUTLINE,
    'claims: [A-X-2]',
    'claims: [A-X-2, A-X-1]',
    `${OUTLINE} → modules[1].claims[1]: uses the claim A-X-1 again`,
  ],
  [
    'a module with an unknown exercise',
    OUTLINE,
    'exercises: []',
    'exercises: [S44]',
    `${OUTLINE} → modules[1].exercises[0]: names S44`,
  ],
  ['a term id used twice', GLOSSARY, 'id: compiler', 'id: sql', `${GLOSSARY} → [1].id: uses the term sql again`],
  [
    'a form of two terms, whatever its capitals',
    GLOSSARY,
    'also: [compilers]',
    'also: [sql]',
    `${GLOSSARY} → compiler.also[0]: "sql" belongs to sql already, expected each form with one term`,
  ],
  [
    'a form said twice',
    GLOSSARY,
    'also: [compilers]',
    'also: [compiler]',
    `${GLOSSARY} → compiler.also[0]: repeats "compiler"`,
  ],
  [
    'a term that refers to nothing',
    GLOSSARY,
    'see: [compiler, A-X-1]',
    'see: [compiler, A-X-9]',
    `${GLOSSARY} → sql.see[1]: names A-X-9, expected the id of a term, or of library/claims.yaml`,
  ],
  [
    'a term that refers to itself',
    GLOSSARY,
    'see: [compiler, A-X-1]',
    'see: [sql, A-X-1]',
    `${GLOSSARY} → sql.see[0]: names the term itself`,
  ],
  ['a term without an explanation', GLOSSARY, 'text: "The language in', 'words: "The language in', `${GLOSSARY} → [0]`],
  ['YAML that cannot be read', QUIZ, 'lesson: one', 'lesson: [one', `${QUIZ} → line `],
])('%s gives one sentence with file and place', async (_name, file, from, to, expected) => {
  await copy.edit(file, from, to);
  const { problems } = await loadCourse(copy.root);
  expect(problems.map(formatProblem).join('\n')).toContain(expected);
});

test('two model answers must differ in a choice or the boundary, and be neither a note nor an essay', async () => {
  await copy.edit(MODELS, 'choices: { http-api: neither-keep-existing }', 'choices: { http-api: go }');
  await copy.edit(MODELS, 'boundary: queue', 'boundary: none');
  await copy.edit(MODELS, '**Reversal.** If by week four', `${'and so on '.repeat(100)} **Reversal.** If by week four`);
  const lines = (await loadCourse(copy.root)).problems.map(formatProblem).join('\n');
  expect(lines).toContain(`${MODELS} → contrarian: makes the choices of usual, expected at least one other`);
  expect(lines).toMatch(/usual\.explanation: has \d+ words, expected 220 to 380/);
  expect(lines).not.toContain('contrarian.explanation');
});
