import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { readExercises } from '@/course/commands/read-exercises';
import { type GoldPair, readGold } from '@/course/commands/read-gold';
import { measureAgreement } from '@/grader/calibration/agreement';
import { agreementSteps, leaveOneScenarioOut } from '@/grader/calibration/cross-validate';
import { fitModel, type MeasuredLabel, measureAnswer } from '@/grader/calibration/fit-model';
import { SHIPPED_MODEL } from '@/grader/criteria/criterion-model';
import { FEEDBACK } from '@/grader/criteria/feedback';
import { gradeHandIn } from '@/grader/grade-hand-in';
import type { Exercise } from '@/schemas/course';
import { LEVEL_SHARE } from '@/schemas/rubric';

/** What the grader promises on the real exercises and the gold answers. */
const root = path.resolve(import.meta.dirname, '../..');
let exercises: Map<string, Exercise>;
let pairs: GoldPair[];
let rows: MeasuredLabel[];

beforeAll(async () => {
  exercises = await readExercises(root);
  pairs = await readGold(path.join(root, 'grader/gold/dev.jsonl'), exercises);
  rows = pairs.flatMap(({ answer, exercise }) => measureAnswer(exercise, answer));
});

test('the shipped weights are those that the gold data give', () => {
  expect(rows).toHaveLength(672);
  expect(fitModel(rows, agreementSteps(rows))).toEqual(SHIPPED_MODEL);
});

/** A plain lexical baseline reaches QWK .57, r .64 and 4.2 of 20; the floors lie between it and today's figures. */
test('on scenarios that its weights have not seen, the grader agrees better than the baseline', () => {
  const models = leaveOneScenarioOut(rows);
  const graded = pairs.map(({ answer, exercise }) => ({
    answer,
    grade: gradeHandIn(exercise, answer, models.get(exercise.scenario.id)),
  }));
  const agreement = measureAgreement(graded);
  expect(agreement.kappa).toBeGreaterThan(0.64);
  expect(agreement.totals.pearson).toBeGreaterThan(0.77);
  expect(agreement.totals.meanError).toBeLessThan(3.4);
  expect(agreement.calibrationError).toBeLessThan(0.06);
});

test('no sentence of feedback holds words of any rubric that learners may not see yet', () => {
  expect(exercises.size).toBe(24);
  const secrets = [...exercises.values()].flatMap(({ rubric }) =>
    rubric.criteria.flatMap(({ asks, full, half, concepts }) => [asks, full, half, ...concepts]),
  );
  const sentences = Object.values(FEEDBACK).map((sentence) => sentence.toLowerCase());
  const leaks = secrets.filter((secret) => sentences.some((sentence) => sentence.includes(secret.toLowerCase())));
  expect(leaks).toEqual([]);
});

test('every grade of a gold answer says only those sentences', () => {
  const known = new Set<string>(Object.values(FEEDBACK));
  for (const { answer, exercise } of pairs)
    for (const { feedback } of gradeHandIn(exercise, answer).criteria) expect(known).toContain(feedback);
});

test('a sentence about something else raises no level of any gold answer', () => {
  const raised = pairs.flatMap(({ answer, exercise }) => {
    const before = gradeHandIn(exercise, answer).criteria;
    const explanation = `${answer.explanation}\n\nThe plants in the office were watered on Tuesday.`;
    const after = gradeHandIn(exercise, { ...answer, explanation }).criteria;
    return after.filter(
      (criterion, index) => LEVEL_SHARE[criterion.level] > LEVEL_SHARE[before[index]?.level ?? 'full'],
    );
  });
  expect(raised).toEqual([]);
});

test('half and full always quote the explanation exactly, and points follow from levels', () => {
  for (const { answer, exercise } of pairs)
    for (const { level, points, max, evidence } of gradeHandIn(exercise, answer).criteria) {
      expect(points).toBe(max * LEVEL_SHARE[level]);
      expect(evidence.length > 0).toBe(level !== 'none');
      for (const { start, end, quote } of evidence) expect(answer.explanation.slice(start, end)).toBe(quote);
    }
});
