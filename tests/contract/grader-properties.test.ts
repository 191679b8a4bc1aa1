import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { readExercises } from '@/course/commands/read-exercises';
import { labelledSamples } from '@/course/commands/read-samples';
import type { LabelledAnswer } from '@/grader/calibration/labelled-answer';
import { gradeHandIn } from '@/grader/grade-hand-in';
import type { Grade } from '@/schemas/grade';
import { LEVEL_SHARE } from '@/schemas/rubric';
import {
  americanised,
  reordered,
  reshaped,
  withDenied,
  withFiller,
  withSynonyms,
  withTypos,
} from '../support/rewrite-text';

/** What must not matter to a grade, on a fixed quarter of the honest samples, and what must not help. */
const root = path.resolve(import.meta.dirname, '../..');
const HONEST = ['strong_expected', 'strong_contrarian', 'mid_one_gap', 'mid_vague', 'nonnative_good', 'solid_terse'];
let answers: { answer: LabelledAnswer; text: string; grade: Grade }[];

const gradeOf = ({ exercise, sample }: LabelledAnswer, explanation: string) =>
  gradeHandIn(exercise, { ...sample.handIn, explanation });

beforeAll(async () => {
  answers = labelledSamples((await readExercises(root)).values())
    .filter(({ sample }) => HONEST.includes(sample.profile))
    .filter((_, index) => index % 4 === 1)
    .map((answer) => {
      const text = answer.sample.handIn.explanation;
      return { answer, text, grade: gradeOf(answer, text) };
    });
});

/** Bounds lie just above what was measured. */
test.each([
  ['paragraphs in another order', reordered, 0.01],
  ['a slip of the pen in every 25th word', withTypos, 0.065],
  ['sentences that say nothing', withFiller, 0.055],
  ['prose as a list and lists as prose', reshaped, 0.02],
  ['American spelling', americanised, 0],
  ['synonyms', withSynonyms, 0.035],
])('%s change no level by more than half, and hardly any at all', (_, rewrite, bound) => {
  const changes = answers.flatMap(({ answer, text, grade }) => {
    const after = gradeOf(answer, rewrite(text)).criteria;
    return grade.criteria.map(({ level }, at) => LEVEL_SHARE[after[at]?.level ?? 'none'] - LEVEL_SHARE[level]);
  });
  expect(answers.some(({ text }) => rewrite(text) !== text)).toBe(true);
  expect(changes.length).toBeGreaterThan(200);
  expect(changes.filter((change) => Math.abs(change) > 0.5)).toEqual([]);
  expect(changes.filter((change) => change !== 0).length / changes.length).toBeLessThanOrEqual(bound);
});

test('denying a sentence that earned something never raises the points', () => {
  const denied = answers.flatMap(({ answer, text, grade }, turn) => {
    const quotes = grade.criteria
      .flatMap(({ evidence }) => evidence.map(({ quote }) => quote))
      .filter((quote) => /^[A-Z][^\n]+$/.test(quote) && quote.split(' ').length > 6);
    const quote = quotes[turn % Math.max(1, quotes.length)];
    if (!quote) return [];
    return [{ quote, change: gradeOf(answer, withDenied(text, quote)).explanation.points - grade.explanation.points }];
  });
  expect(denied.length).toBeGreaterThan(30);
  expect(denied.filter(({ change }) => change > 0)).toEqual([]);
  expect(denied.filter(({ change }) => change < 0).length / denied.length).toBeGreaterThan(0.25);
});
