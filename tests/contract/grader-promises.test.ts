import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { readExercises } from '@/course/commands/read-exercises';
import { labelledSamples } from '@/course/commands/read-samples';
import { measureAgreement } from '@/grader/calibration/agreement';
import { fitModel, measureAnswer, measurePassages } from '@/grader/calibration/fit-model';
import { fitProbeModel } from '@/grader/calibration/fit-probe-model';
import type { LabelledAnswer } from '@/grader/calibration/labelled-answer';
import { SHIPPED_MODEL } from '@/grader/criteria/criterion-model';
import { FEEDBACK } from '@/grader/criteria/feedback';
import { prepareExercise } from '@/grader/criteria/prepare-exercise';
import { gradeHandIn } from '@/grader/grade-hand-in';
import { SHIPPED_PROBE_MODEL } from '@/grader/probes/probe-model';
import type { Exercise } from '@/schemas/course';
import { LEVEL_SHARE } from '@/schemas/rubric';

/** What the grader promises on the real exercises and their marked samples. */
const root = path.resolve(import.meta.dirname, '../..');
let exercises: Map<string, Exercise>;
let samples: LabelledAnswer[];

beforeAll(async () => {
  exercises = await readExercises(root);
  samples = labelledSamples(exercises.values());
});

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test('the shipped weights are those that probes and samples give', { timeout: 240_000 }, () => {
  const probes = [...exercises.values()].map((exercise) => prepareExercise(exercise).probes);
  expect(plain(fitProbeModel(probes))).toEqual(plain(SHIPPED_PROBE_MODEL));
  const rows = samples.flatMap((answer) => measureAnswer(answer, SHIPPED_PROBE_MODEL));
  expect(rows.length).toBeGreaterThan(1600);
  const passages = [...exercises.values()].flatMap((exercise) => measurePassages(exercise, SHIPPED_PROBE_MODEL));
  const { agreement: _, ...fitted } = fitModel(rows, passages, []);
  expect(plain(fitted)).toEqual(plain({ ...SHIPPED_MODEL, agreement: undefined }));
});

/** Four scenarios kept from the weights that judge them; `npm run bench:grader` does this for all 25. */
test('on scenarios that its weights have not seen, the grader agrees far better than a lexical baseline (.57)', {
  timeout: 120_000,
}, () => {
  const held = new Set(['S03', 'S10', 'S15', 'S21']);
  const isHeld = ({ exercise }: LabelledAnswer) => held.has(exercise.scenario.id);
  const rows = samples
    .filter((answer) => !isHeld(answer))
    .flatMap((answer) => measureAnswer(answer, SHIPPED_PROBE_MODEL));
  const model = fitModel(rows, [], SHIPPED_MODEL.agreement);
  const graded = samples
    .filter(isHeld)
    .map((answer) => ({ answer, grade: gradeHandIn(answer.exercise, answer.sample.handIn, model) }));
  const agreement = measureAgreement(graded);
  expect(agreement.kappa).toBeGreaterThan(0.74);
  expect(agreement.totals.pearson).toBeGreaterThan(0.85);
  expect(agreement.totals.meanError).toBeLessThan(2.8);
});

test('no sentence of feedback holds words of any rubric that learners may not see yet', () => {
  expect(exercises.size).toBe(25);
  const secrets = [...exercises.values()].flatMap(({ rubric }) =>
    rubric.criteria.flatMap(({ asks, full, half, concepts }) => [asks, full, half, ...concepts]),
  );
  const sentences = Object.values(FEEDBACK).map((sentence) => sentence.toLowerCase());
  const leaks = secrets.filter((secret) => sentences.some((sentence) => sentence.includes(secret.toLowerCase())));
  expect(leaks).toEqual([]);
});

test('every grade of a sample says only those sentences, quotes exactly, and points follow from levels', () => {
  const known = new Set<string>(Object.values(FEEDBACK));
  for (const { exercise, sample } of samples)
    for (const { level, points, max, evidence, feedback } of gradeHandIn(exercise, sample.handIn).criteria) {
      expect(known).toContain(feedback);
      expect(points).toBe(max * LEVEL_SHARE[level]);
      expect(evidence.length > 0).toBe(level !== 'none');
      for (const { start, end, quote } of evidence) expect(sample.handIn.explanation.slice(start, end)).toBe(quote);
    }
});

test('a sentence about something else raises no level of any sample by more than half, and hardly any at all', () => {
  const raised = samples.flatMap(({ exercise, sample }) => {
    const before = gradeHandIn(exercise, sample.handIn).criteria;
    const explanation = `${sample.handIn.explanation}\n\nThe plants in the office were watered on Tuesday.`;
    return gradeHandIn(exercise, { ...sample.handIn, explanation }).criteria.flatMap(({ level }, index) => {
      const rise = LEVEL_SHARE[level] - LEVEL_SHARE[before[index]?.level ?? 'full'];
      return rise > 0 ? [rise] : [];
    });
  });
  expect(raised.filter((rise) => rise > 0.5)).toEqual([]);
  expect(raised.length / samples.length).toBeLessThan(0.05);
});

test('no authored probe is a sentence of a sample of its exercise', () => {
  for (const { exercise, sample } of samples) {
    const text = readFileSync(path.join(root, `exercises/${exercise.scenario.id}/probes.yaml`), 'utf8').toLowerCase();
    const sentences = sample.handIn.explanation
      .toLowerCase()
      .split(/(?<=[.!?])\s+/)
      .filter((one) => one.length > 50);
    const shared = sentences.filter((sentence) => text.includes(sentence));
    if (sample.profile !== 'brief_echo') expect(shared).toEqual([]);
  }
});
