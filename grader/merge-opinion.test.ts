import { describe, expect, test } from 'vitest';
import { type Grade, GradeSchema } from '@/schemas/grade';
import type { Level } from '@/schemas/rubric';
import { type ClaimedLevel, mergeOpinion } from './merge-opinion';

const explanation =
  'We keep Go because four of six people know it. The sum is 36 % of one core. We reverse it at p99 over 40 ms.';
const knows = 'four of six people know it';
const sums = 'The sum is 36 % of one core';

/** Two criteria of four points each; picks and boundary in full. */
function gradeOf(first: Level, second: Level, contradictions: Grade['contradictions'] = []): Grade {
  const share = { none: 0, half: 0.5, full: 1 };
  const line = (id: string, level: Level) => ({
    id,
    points: 4 * share[level],
    max: 4,
    level,
    confidence: 0.8,
    evidence: level === 'none' ? [] : [{ start: 0, end: 7, quote: 'We keep' }],
    feedback: '',
  });
  const criteria = [line('S01-1', first), line('S01-2', second)];
  const points = criteria.reduce((sum, { points: earned }) => sum + earned, 0);
  return GradeSchema.parse({
    exercise: 'S01',
    explanation: { points, max: 8 },
    choices: { api: { credit: 1, verdict: 'defensible' } },
    boundary: { credit: 1, verdict: 'defensible' },
    criteria,
    misconceptions: [],
    flags: [],
    contradictions,
    overall: 0.8 * (points / 8) + 0.2,
    needsReview: false,
    receipt: { grader: '1', rubric: 'abc', engine: 'local' },
  });
}

const merge = (grade: Grade, claims: readonly ClaimedLevel[]) =>
  mergeOpinion({ grade, explanation, claims, passMark: 0.7 });

describe('a quote', () => {
  test('is kept with its exact place in the record', () => {
    const merged = merge(gradeOf('half', 'none'), [{ id: 'S01-1', level: 'half', quotes: [knows] }]);
    const start = explanation.indexOf(knows);
    expect(merged?.criteria[0]).toEqual({
      id: 'S01-1',
      level: 'half',
      standing: 'same',
      evidence: [{ start, end: start + knows.length, quote: knows }],
    });
  });

  test.each([
    ['that nobody wrote', 'five of six people know it'],
    ['with another spelling', 'Four of six people know it'],
    ['with other white space', 'four of six  people know it'],
    ['of a word', 'Go'],
    ['of nothing', '            '],
  ])('%s does not carry a level', (_name, quote) => {
    const merged = merge(gradeOf('none', 'none'), [
      { id: 'S01-1', level: 'full', quotes: [quote] },
      { id: 'S01-2', level: 'none', quotes: [] },
    ]);
    expect(merged?.criteria[0]).toEqual({ id: 'S01-1', level: null, standing: 'unproven', evidence: [] });
    expect(merged?.needsReview).toBe(false);
  });

  test('that is most of the record does not carry a level', () => {
    const long = 'because the sum says so '.repeat(40);
    const claims: ClaimedLevel[] = [{ id: 'S01-1', level: 'full', quotes: [long] }];
    expect(mergeOpinion({ grade: gradeOf('none', 'none'), explanation: long, claims, passMark: 0.7 })).toBeNull();
  });

  test('beside an invented one is enough, given twice it is kept once', () => {
    const quotes = ['words that are nowhere', knows, knows, sums];
    const merged = merge(gradeOf('half', 'none'), [{ id: 'S01-1', level: 'half', quotes }]);
    expect(merged?.criteria[0]?.evidence.map(({ quote }) => quote)).toEqual([knows, sums]);
  });
});

describe('a level', () => {
  test('said twice, or about a criterion that is not in the rubric, counts as silence', () => {
    const claims: ClaimedLevel[] = [
      { id: 'S01-1', level: 'full', quotes: [knows] },
      { id: 'S01-1', level: 'none', quotes: [] },
      { id: 'S01-9', level: 'full', quotes: [knows] },
      { id: 'S01-2', level: 'none', quotes: [] },
    ];
    expect(merge(gradeOf('none', 'none'), claims)?.criteria.map(({ standing }) => standing)).toEqual([
      'silent',
      'same',
    ]);
  });

  test('nothing usable at all is no opinion', () => {
    expect(merge(gradeOf('none', 'none'), [])).toBeNull();
    expect(merge(gradeOf('none', 'none'), [{ id: 'S01-1', level: 'full', quotes: ['made up entirely'] }])).toBeNull();
  });

  test('one apart asks for nobody; none against full asks for a person, both ways', () => {
    const near = merge(gradeOf('half', 'none'), [
      { id: 'S01-1', level: 'none', quotes: [] },
      { id: 'S01-2', level: 'half', quotes: [sums] },
    ]);
    expect(near).toMatchObject({ needsReview: false, reasons: [] });
    expect(near?.criteria.map(({ standing }) => standing)).toEqual(['near', 'near']);
    expect(merge(gradeOf('none', 'none'), [{ id: 'S01-1', level: 'full', quotes: [knows] }])).toMatchObject({
      needsReview: true,
      reasons: ['levels-apart'],
    });
    expect(merge(gradeOf('full', 'none'), [{ id: 'S01-1', level: 'none', quotes: [] }])?.reasons).toContain(
      'levels-apart',
    );
  });
});

describe('the total', () => {
  /** half, half: 0.8 × 4/8 + 0.2 = 0.6. With full, half: 0.8 × 6/8 + 0.2 = 0.8, over the pass mark of 0.7. */
  test('with other levels that would pass where the grade does not asks for a person', () => {
    const grade = gradeOf('half', 'half');
    expect(merge(grade, [{ id: 'S01-1', level: 'full', quotes: [knows] }])).toMatchObject({
      overall: 0.8,
      isPassed: true,
      needsReview: true,
      reasons: ['pass-changed'],
    });
  });

  test('keeps the grader’s points where the judge is silent, and the cap of a contradiction', () => {
    expect(merge(gradeOf('full', 'none'), [{ id: 'S01-2', level: 'half', quotes: [sums] }])?.overall).toBe(0.8);
    const contradiction = {
      component: 'api',
      picked: 'go',
      written: 'rust',
      evidence: { start: 0, end: 2, quote: 'We' },
    };
    const contradicted = gradeOf('full', 'full', GradeSchema.shape.contradictions.parse([contradiction]));
    expect(merge(contradicted, [{ id: 'S01-1', level: 'full', quotes: [knows] }])?.overall).toBe(0.5);
  });

  test('of the grade itself is left as it was', () => {
    const grade = gradeOf('none', 'none');
    const before = structuredClone(grade);
    merge(grade, [
      { id: 'S01-1', level: 'full', quotes: [knows] },
      { id: 'S01-2', level: 'full', quotes: [sums] },
    ]);
    expect(grade).toEqual(before);
  });
});
