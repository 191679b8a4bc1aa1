import { beforeAll, expect, test } from 'vitest';
import { getCourse } from '@/course/course';
import { forwardTable } from '@/course/figure-values';
import { countVariants, varyExercise } from '@/course/vary-exercise';
import { gradeHandIn } from '@/grader/grade-hand-in';
import { exchangeNumbers } from '@/grader/variants/exchange-numbers';
import { readBack } from '@/grader/variants/read-back';
import type { Exercise } from '@/schemas/course';
import type { Grade } from '@/schemas/grade';

let exercises: readonly Exercise[] = [];
beforeAll(async () => {
  exercises = (await getCourse()).exercises.filter(({ variants }) => variants !== null);
}, 60_000);

const levelsOf = (grade: Grade) => grade.criteria.map(({ id, level }) => `${id} ${level}`);

/** Everything in a grade that quotes the learner. */
function quotesOf(grade: Grade) {
  return [
    ...grade.criteria.flatMap(({ evidence }) => evidence),
    ...grade.contradictions.map(({ evidence }) => evidence),
    ...(grade.misconceptionEvidence ?? []).map(({ evidence }) => evidence),
    ...(grade.boundaryContradiction ? [grade.boundaryContradiction.evidence] : []),
    ...(grade.arithmetic ?? []),
  ];
}

/** Each variant of an exercise with each sample, told with the figures of the variant. */
function* cases(exercise: Exercise) {
  const { scenario, variants } = exercise;
  for (const { title, handIn } of exercise.samples) {
    let base: Grade | undefined;
    const graded = () => {
      base ??= gradeHandIn(exercise, handIn);
      return base;
    };
    for (let variant = 1; variants && variant < countVariants(exercise); variant += 1) {
      const varied = varyExercise(exercise, variant);
      const explanation = exchangeNumbers(handIn.explanation, forwardTable(scenario, variants, variant));
      const where = `${scenario.id}, variant ${variant}, ${title}`;
      yield {
        where,
        graded,
        varied,
        handIn,
        told: { ...handIn, explanation },
        isFirst: handIn === exercise.samples[0]?.handIn,
      };
    }
  }
}

/** Read back to the very words of the sample there is nothing to compare: the grader is pure. */
const isReadBackWhole = ({ variation }: Exercise, told: string, sample: string) =>
  variation !== null &&
  readBack(told, variation.back).text === sample &&
  readBack(told, variation.strict).text === sample;

test('every sample told with the figures of a variant earns the levels that it earns with those of the files', () => {
  expect(exercises.length).toBeGreaterThan(2);
  const different: string[] = [];
  for (const exercise of exercises)
    for (const { where, graded, varied, handIn, told, isFirst } of cases(exercise)) {
      if (!isFirst && isReadBackWhole(varied, told.explanation, handIn.explanation)) continue;
      const grade = gradeHandIn(varied, told);
      if (levelsOf(grade).join() !== levelsOf(graded()).join()) different.push(where);
      for (const { start, end, quote } of quotesOf(grade))
        if (told.explanation.slice(start, end) !== quote) different.push(`${where}: quotes "${quote}"`);
    }
  expect(different).toEqual([]);
}, 900_000);

test('the figures of the files never earn more in a variant than those of the variant', () => {
  const better: string[] = [];
  let worse = 0;
  for (const exercise of exercises)
    for (const { where, graded, varied, handIn, told } of cases(exercise)) {
      if (handIn.explanation === told.explanation) continue;
      const { points } = gradeHandIn(varied, handIn).explanation;
      if (points > graded().explanation.points) better.push(where);
      if (points < graded().explanation.points) worse += 1;
    }
  expect(better).toEqual([]);
  expect(worse).toBeGreaterThan(0);
}, 900_000);

test('a variant has a receipt of its own, and the exercise of the files has the one it always had', () => {
  for (const exercise of exercises) {
    const sample = exercise.samples[0];
    if (!sample) continue;
    const grades = Array.from({ length: countVariants(exercise) }, (_, variant) =>
      gradeHandIn(varyExercise(exercise, variant), sample.handIn),
    );
    expect(new Set(grades.map(({ receipt }) => receipt.rubric)).size).toBe(grades.length);
    expect(grades.map(({ receipt }) => receipt.variant)).toEqual(grades.map((_, variant) => variant || undefined));
  }
});
