import { expect, test } from 'vitest';
import { type Item, ItemSchema, type Response } from '@/schemas/item';
import { toReveal } from './reveal-item';
import { scoreItem } from './score-item';

const base = {
  id: 'an-item',
  stem: 'What holds?',
  claims: [],
  objectives: ['an-objective'],
  rationale: 'Because.',
  sources: [],
};
const options = (...ids: string[]) => ids.map((id) => ({ id, text: `Option ${id}`, rationale: `Why ${id}` }));
const item = (rest: object): Item => ItemSchema.parse({ ...base, ...rest });

const single = item({ type: 'single-choice', options: options('a', 'b', 'c'), key: 'b' });
const multiple = item({ type: 'multiple-choice', options: options('a', 'b', 'c', 'd'), key: ['a', 'c'] });
const ordering = item({ type: 'ordering', entries: options('a', 'b', 'c', 'd'), key: ['a', 'b', 'c', 'd'] });
const matching = item({
  type: 'matching',
  entries: options('a', 'b', 'c', 'd'),
  categories: [
    { id: 'x', text: 'X' },
    { id: 'y', text: 'Y' },
  ],
  key: { a: 'x', b: 'x', c: 'y', d: 'y' },
});
const numeric = item({ type: 'numeric', unit: 'ms', key: 180, tolerance: { relative: 0.1, absolute: 5 }, slips: [] });
const spot = item({
  type: 'spot-the-defect',
  listing: { language: 'go', version: 'Go 1.26', code: 'one\ntwo\nthree\nfour\nfive\n' },
  defects: [
    { lines: [2, 3], rationale: 'first' },
    { lines: [5], rationale: 'second' },
  ],
  decoys: [{ line: 1, rationale: 'innocent' }],
});
const short = item({
  type: 'short-answer',
  points: [
    { id: 'copy', text: 'The collector scans live data', phrasings: ['work grows with the live heap'], rationale: 'r' },
    { id: 'pause', text: 'The pause is short', phrasings: ['pauses stay below a millisecond'], rationale: 'r' },
  ],
  required: 2,
  modelAnswer: 'Both.',
});

const scored = (share: number, isCorrect: boolean) => ({ type: 'scored', share, isCorrect });
const unscorable = (reason: string) => ({ type: 'unscorable', reason });

test.each<[string, Item, Response, object]>([
  ['the key of a single choice', single, { type: 'single-choice', chosen: 'b' }, scored(1, true)],
  ['a distractor', single, { type: 'single-choice', chosen: 'a' }, scored(0, false)],
  ['an option of another item', single, { type: 'single-choice', chosen: 'z' }, unscorable('unknown-option')],
  ['a response of another type', single, { type: 'numeric', value: 1 }, unscorable('wrong-type')],
  ['both right options', multiple, { type: 'multiple-choice', chosen: ['c', 'a'] }, scored(1, true)],
  // (1 right − 0 wrong) / 2 in the key
  ['one of two right options', multiple, { type: 'multiple-choice', chosen: ['a'] }, scored(0.5, false)],
  // (2 right − 1 wrong) / 2
  ['a right set with one wrong', multiple, { type: 'multiple-choice', chosen: ['a', 'c', 'd'] }, scored(0.5, false)],
  ['every box ticked', multiple, { type: 'multiple-choice', chosen: ['a', 'b', 'c', 'd'] }, scored(0, false)],
  ['the same box twice', multiple, { type: 'multiple-choice', chosen: ['a', 'a'] }, scored(0.5, false)],
  ['nothing ticked', multiple, { type: 'multiple-choice', chosen: [] }, unscorable('incomplete')],
  ['the right order', ordering, { type: 'ordering', order: ['a', 'b', 'c', 'd'] }, scored(1, true)],
  // six pairs, one inverted: (6 − 2) / 6
  ['one swap of neighbours', ordering, { type: 'ordering', order: ['b', 'a', 'c', 'd'] }, scored(4 / 6, false)],
  ['the order reversed', ordering, { type: 'ordering', order: ['d', 'c', 'b', 'a'] }, scored(0, false)],
  ['an entry missing', ordering, { type: 'ordering', order: ['a', 'b', 'c'] }, unscorable('incomplete')],
  ['an entry twice', ordering, { type: 'ordering', order: ['a', 'a', 'c', 'd'] }, unscorable('incomplete')],
  [
    'three of four placed right',
    matching,
    { type: 'matching', placed: { a: 'x', b: 'x', c: 'y', d: 'x' } },
    scored(0.75, false),
  ],
  ['all placed right', matching, { type: 'matching', placed: { a: 'x', b: 'x', c: 'y', d: 'y' } }, scored(1, true)],
  ['one not placed', matching, { type: 'matching', placed: { a: 'x', b: 'x', c: 'y' } }, unscorable('incomplete')],
  [
    'an unknown category',
    matching,
    { type: 'matching', placed: { a: 'z', b: 'x', c: 'y', d: 'y' } },
    unscorable('unknown-option'),
  ],
  // 180 ± 10 % reaches from 162 to 198, wider than ± 5
  ['the lowest accepted value', numeric, { type: 'numeric', value: 162 }, scored(1, true)],
  ['a value just below it', numeric, { type: 'numeric', value: 161.9 }, scored(0, false)],
  ['no number', numeric, { type: 'numeric', value: Number.NaN }, unscorable('not-a-number')],
  ['both defects', spot, { type: 'spot-the-defect', lines: [3, 5] }, scored(1, true)],
  ['one of two defects', spot, { type: 'spot-the-defect', lines: [2, 3] }, scored(0.5, false)],
  // (2 found − 1 innocent) / 2
  ['both defects and an innocent line', spot, { type: 'spot-the-defect', lines: [1, 2, 5] }, scored(0.5, false)],
  ['a line beyond the listing', spot, { type: 'spot-the-defect', lines: [6] }, unscorable('unknown-line')],
  ['white space instead of words', short, { type: 'short-answer', text: '  \n' }, unscorable('incomplete')],
  [
    'one of two points',
    short,
    { type: 'short-answer', text: 'Its work grows with the live heap.' },
    scored(0.5, false),
  ],
  [
    'both points',
    short,
    { type: 'short-answer', text: 'Work grows with the live heap, but pauses stay below a millisecond.' },
    scored(1, true),
  ],
  [
    'a point denied',
    short,
    { type: 'short-answer', text: 'Its work does not grow with the live heap.' },
    scored(0, false),
  ],
])('%s', (_, given, response, expected) => {
  expect(scoreItem(given, response)).toEqual(expected);
});

test('a decimal key with a relative tolerance accepts its own bounds', () => {
  const tenth = item({ type: 'numeric', unit: '', key: 0.3, tolerance: { absolute: 0.1 }, slips: [] });
  expect(scoreItem(tenth, { type: 'numeric', value: 0.4 })).toEqual(scored(1, true));
});

test('a reveal names the accepted range of a number', () => {
  expect(toReveal(numeric, { type: 'numeric', value: 1 })).toMatchObject({
    type: 'numeric',
    key: 180,
    low: 162,
    high: 198,
  });
});

test('a reveal says which defects were found and why decoys are innocent', () => {
  expect(toReveal(spot, { type: 'spot-the-defect', lines: [5] })).toMatchObject({
    defects: [{ isFound: false }, { isFound: true }],
    notes: [{ id: '1', rationale: 'innocent' }],
  });
});

test('a reveal says which points a short answer made', () => {
  const reveal = toReveal(short, { type: 'short-answer', text: 'Pauses stay below a millisecond.' });
  expect(reveal).toMatchObject({
    points: [
      { id: 'copy', isMade: false },
      { id: 'pause', isMade: true },
    ],
  });
});

test('a reveal gives a rationale for every option', () => {
  expect(toReveal(single, { type: 'single-choice', chosen: 'a' }).notes.map((note) => note.id)).toEqual([
    'a',
    'b',
    'c',
  ]);
});
