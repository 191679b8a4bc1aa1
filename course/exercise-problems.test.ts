import { expect, test } from 'vitest';
import { copyForEachTest, problemLines } from '@/tests/support/course-problems';

const copy = copyForEachTest();

const SCENARIO = 'exercises/S01/scenario.yaml';
const RUBRIC = 'exercises/S01/rubric.yaml';
const SAMPLE = 'exercises/S01/samples/strong.yaml';
const REREAD = 'exercises/S01/reread.yaml';
const PANEL = 'exercises/S01/panel.yaml';
const MODELS = 'exercises/S01/model-answers.yaml';

test.each<[string, string, string, string, string]>([
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
])('%s gives one sentence with file and place', async (_name, file, from, to, expected) => {
  await copy().edit(file, from, to);
  expect(await problemLines(copy())).toContain(expected);
});

test('two model answers must differ in a choice or the boundary, and be neither a note nor an essay', async () => {
  await copy().edit(MODELS, 'choices: { http-api: neither-keep-existing }', 'choices: { http-api: go }');
  await copy().edit(MODELS, 'boundary: queue', 'boundary: none');
  await copy().edit(
    MODELS,
    '**Reversal.** If by week four',
    `${'and so on '.repeat(100)} **Reversal.** If by week four`,
  );
  const lines = await problemLines(copy());
  expect(lines).toContain(`${MODELS} → contrarian: makes the choices of usual, expected at least one other`);
  expect(lines).toMatch(/usual\.explanation: has \d+ words, expected 220 to 380/);
  expect(lines).not.toContain('contrarian.explanation');
});
