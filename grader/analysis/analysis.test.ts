import { expect, test } from 'vitest';
import { CriterionIdSchema, ScenarioIdSchema } from '@/schemas/ids';
import type { Level } from '@/schemas/rubric';
import { analyseCriteria } from './analyse-criteria';
import { analyseItem } from './analyse-item';
import { compareProblems, findProblems } from './find-problems';
import { quizReliability } from './quiz-reliability';
import type { ResponseCount } from './response-count';

const row = (restRight: number, chosen: string, n: number, hash: string | null = 'now'): ResponseCount => ({
  ...{ hash, restRight, restTotal: 4, isCorrect: chosen === 'a', chosen: [chosen], n, since: 1 },
});
const options = ['a', 'b', 'c'].map((id) => ({ id, isKey: id === 'a' }));

/** 20 people in each of five rest scores. Rises from 20 % to 100 % right; all wrong ones took b. */
const sound = [4, 8, 12, 16, 20].flatMap((right, rest) => [row(rest, 'a', right), row(rest, 'b', 20 - right)]);

test('figures of a sound item, curve by fifths included', () => {
  const figures = analyseItem(sound, options, [{ value: 30, n: 100 }]);
  expect(figures.difficulty).toMatchObject({ value: 0.6, n: 100 });
  expect(figures.fifths).toEqual([20, 20, 20, 20, 20]);
  expect(figures.curve).toEqual([0.2, 0.4, 0.6, 0.8, 1]);
  expect(figures.options.map(({ curve }) => curve?.[0])).toEqual([0.2, 0.8, 0]);
  expect(figures.medianSeconds).toMatchObject({ value: 30, n: 100 });
  // Nobody took c; nothing else is wrong.
  expect(findProblems(figures, 60)).toEqual([{ kind: 'unused-distractor', optionIds: ['c'] }]);
  expect(findProblems(figures, 14).map(({ kind }) => kind)).toEqual(['unused-distractor', 'too-slow']);
});

test('turned round, discrimination changes its sign and the item is the worst there is', () => {
  const one = analyseItem(sound, options, []);
  const turned = analyseItem(
    sound.map((count) => ({ ...count, restRight: 4 - count.restRight })),
    options,
    [],
  );
  if (one.discrimination.type !== 'estimate' || turned.discrimination.type !== 'estimate') throw new Error('none');
  expect(turned.discrimination.value).toBeCloseTo(-one.discrimination.value, 12);
  const problems = findProblems(turned, 60).map(({ kind }) => kind);
  expect(problems.slice(0, 2)).toEqual(['negative-discrimination', 'best-take-distractor']);
  const rank = { problems, discrimination: turned.discrimination };
  expect(compareProblems(rank, { problems: ['too-hard'], discrimination: one.discrimination })).toBeLessThan(0);
});

test('few answers give no figure and accuse no item', () => {
  const few = analyseItem([row(0, 'b', 9)], options, [{ value: 900, n: 9 }]);
  expect([few.difficulty, few.discrimination, few.medianSeconds].map(({ type }) => type)).toEqual(
    Array(3).fill('undefined'),
  );
  expect([few.curve, findProblems(few, 60)]).toEqual([null, []]);
  expect(
    findProblems(analyseItem([row(4, 'a', 300), row(0, 'a', 300)], options, []), 60).map(({ kind }) => kind),
  ).toEqual(['too-easy', 'unused-distractor']);
});

/** Two items, 20 attempts with both right and 20 with none: Σ pq = ½, variance 1; 2 · (1 − ½) = 1. */
test('items that always go together are fully reliable', () => {
  const totals = [
    { right: 2, n: 20 },
    { right: 0, n: 20 },
  ];
  expect(quizReliability([20, 20], totals)).toMatchObject({ type: 'estimate', value: 1, n: 40 });
  expect(quizReliability([5, 5], [{ right: 2, n: 5 }])).toMatchObject({ reason: 'too-few', n: 5 });
});

/** 40 drafts over two criteria of 10 points, both full or both missing: correlation 1, alpha 1, mean share ½. */
test('criteria are analysed by their points', () => {
  const ids = ['S01-1', 'S01-2'].map((id) => CriterionIdSchema.parse(id));
  const draft = (...levels: Level[]) => new Map(ids.map((id, at) => [id, { level: levels[at] ?? 'none', max: 10 }]));
  const drafts = Array.from({ length: 40 }, (_, at) => (at % 2 ? draft('full', 'full') : draft('none', 'none')));
  const { criteria, alpha } = analyseCriteria(ScenarioIdSchema.parse('S01'), ids, drafts);
  expect(criteria[0]).toMatchObject({ n: 40, levels: { none: 20, half: 0, full: 20 }, problems: [] });
  expect(criteria[0]?.difficulty).toMatchObject({ value: 0.5 });
  expect(criteria[0]?.discrimination).toMatchObject({ value: 1 });
  expect(alpha).toMatchObject({ value: 1, n: 40 });
  const against = drafts.map((_, at) => (at % 2 ? draft('full', 'none') : draft('none', 'full')));
  expect(analyseCriteria(ScenarioIdSchema.parse('S01'), ids, against).criteria[1]?.problems).toEqual([
    'negative-discrimination',
  ]);
});
