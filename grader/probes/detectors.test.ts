import { expect, test } from 'vitest';
import { CriterionIdSchema } from '@/schemas/ids';
import { fitPhraseSpace } from '../calibration/fit-phrase-space';
import { placeIn } from '../meaning/phrase-space';
import { DETECTED, detect, fitDetectors } from './detectors';
import { type PreparedProbes, prepareProbes } from './prepare-probes';
import { phrasesOf } from './stance';

const says = [
  'the deadline is fixed and cannot move',
  'the date is fixed by contract',
  'we cannot move the launch date',
];
const denies = ['the deadline can move easily', 'the date does not matter', 'a later launch date is fine'];
const costs = ['the queue costs two milliseconds', 'a crossing of the queue is slow', 'each queue crossing costs time'];

const criterion = (id: 'S01-1' | 'S01-2', own: readonly string[], against: readonly string[]) => ({
  id: CriterionIdSchema.parse(id),
  parts: [{ id: 'part', idea: own[0] ?? '', says: [...own], denies: [...against] }],
  full: [{ of: ['part'], atLeast: 1 }],
  half: [],
  passages: { full: [], half: [], none: [] },
});
const probes: PreparedProbes = prepareProbes(
  { criteria: [criterion('S01-1', says, denies), criterion('S01-2', costs, [])], misconceptions: [], quantities: [] },
  new Set(),
);
const space = fitPhraseSpace([...says, ...denies, ...costs]);
const windows = (...texts: string[]) =>
  texts.map((text) => ({ isSentence: true, place: placeIn(space, phrasesOf(text)) }));
const at = (name: (typeof DETECTED)[number]) => DETECTED.indexOf(name);

test('a place is of unit length, and nothing where no phrase is known', () => {
  const [known, unknown] = windows('the deadline is fixed', 'xylophone');
  const length = (place?: Float64Array) => Math.hypot(...(place ?? []));
  expect(length(known?.place)).toBeCloseTo(1, 9);
  expect(length(unknown?.place)).toBe(0);
});

test('a statement is detected for its own criterion, a denial as a denial', () => {
  const detectors = fitDetectors(probes, space);
  const [stated] = detect(windows('the launch date is fixed and cannot move'), detectors);
  const [denied] = detect(windows('a later date is fine and does not matter'), detectors);
  const [other] = detect(windows('the queue crossing costs two milliseconds'), detectors);
  const over = at('states-over-denies');
  expect(stated?.[over]).toBeGreaterThan(other?.[over] ?? 0);
  expect(other?.[over]).toBeGreaterThan(denied?.[over] ?? 0);
  expect(denied?.[at('denies-most')]).toBeGreaterThan(stated?.[at('denies-most')] ?? 1);
});

test('a statement that is left out teaches nothing', () => {
  const own = new Set(probes.criteria.flatMap(({ parts }) => parts.flatMap((part) => [...part.says])));
  const detectors = fitDetectors(probes, space, own);
  const [left] = detect(windows('the deadline is fixed and cannot move'), detectors);
  expect(left?.[at('states-most')]).toBeCloseTo(0, 6);
});

test('an answer without windows is measured as holding nothing', () => {
  const rows = detect([], fitDetectors(probes, space));
  expect(rows.map((row) => row.length)).toEqual([DETECTED.length, DETECTED.length]);
  expect(rows.flat().every((value) => value === 0)).toBe(true);
});

test('the same statements give the same space, byte for byte', () => {
  expect(fitPhraseSpace([...says, ...denies, ...costs])).toEqual(space);
});
