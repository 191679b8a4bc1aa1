import type { Grade, Receipt } from '@/schemas/grade';
import type { PartialHandIn } from '@/schemas/scenario';
import { readComponentNames } from './choices/component-names';
import { creditBoundary, creditChoice } from './choices/credit-pick';
import { findContradictions } from './choices/find-contradictions';
import { isCarried } from './choices/is-carried';
import { findBoundaryContradiction, readBoundaries } from './choices/read-boundary';
import { readStatements } from './choices/read-statements';
import { withComments } from './comments';
import { calibrationId } from './criteria/calibration-id';
import { type CriterionModel, SHIPPED_MODEL } from './criteria/criterion-model';
import { type JudgedCriterion, judgeCriteria } from './criteria/judge-criteria';
import { prepareExercise } from './criteria/prepare-exercise';
import { readExplanation } from './criteria/read-hand-in';
import type { GradedExercise } from './graded-exercise';
import { needsReview } from './needs-review';
import { overallShare } from './overall-share';
import { findMisconceptions } from './signals/find-misconceptions';
import type { Signals } from './signals/read-signals';
import { findSlips } from './text/arithmetic';
import { inOwnWords } from './variants/in-own-words';
import { type Reading, readBack } from './variants/read-back';

/** Rises with every change that may alter a grade; part of each receipt. */
export const GRADER_VERSION = '2.3.0';

/** Below this share of words from brief and rubric a text is about something else. */
const OFF_TARGET = 0.33;
const NEARLY_OFF_TARGET = 0.42;

function flagsOf(signals: Signals, judged: readonly JudgedCriterion[], isContradicted: boolean): string[] {
  const earnsNothing = judged.every(({ grade }) => grade.level === 'none');
  const isOff = signals.relevance < OFF_TARGET || (signals.relevance < NEARLY_OFF_TARGET && earnsNothing);
  const flags: readonly (readonly [string, boolean])[] = [
    ['mismatch', isContradicted],
    ['stuffing', signals.isStuffing],
    ['brief_echo', signals.isEcho],
    ['off_target', !signals.isTooShort && !signals.isStuffing && !signals.isHostile && isOff],
    ['hostile', signals.isHostile],
    ['too_short', signals.isTooShort],
  ];
  return flags.filter(([, isUp]) => isUp).map(([name]) => name);
}

function sumPoints(judged: readonly JudgedCriterion[]) {
  const points = judged.reduce((sum, { grade }) => sum + grade.points, 0);
  const max = judged.reduce((sum, { grade }) => sum + grade.max, 0);
  return { points, max };
}

function receiptOf({ rubricHash, variation }: GradedExercise, model: CriterionModel): Receipt {
  const variant = variation ? { variant: variation.id } : {};
  return { grader: GRADER_VERSION, rubric: rubricHash, calibration: calibrationId(model), engine: 'local', ...variant };
}

/** Grades a hand-in whose explanation is read in one way. Quotes and places are those of the learner's own text. */
function gradeReading(exercise: GradedExercise, handIn: PartialHandIn, model: CriterionModel, reading: Reading): Grade {
  const { scenario, probes } = exercise.variation?.base ?? exercise;
  const prepared = prepareExercise(exercise.variation?.base ?? exercise);
  const { signals, passages, answer, matches } = readExplanation(prepared, reading.text);
  const judged = judgeCriteria(prepared, matches, signals, model);
  const statements = readStatements(readComponentNames(scenario, probes), signals.eligible);
  const contradictions = findContradictions(scenario, handIn.choices, statements);
  const otherBoundary = findBoundaryContradiction(handIn.boundary, readBoundaries(signals.eligible));
  const carries = contradictions.length === 0 && isCarried(prepared, passages);
  const choices = scenario.components.map((component) => ({
    id: component.id,
    ...creditChoice(component, handIn.choices[component.id], carries),
  }));
  const boundary = creditBoundary(scenario.boundary, handIn.boundary, carries);
  const explanation = sumPoints(judged);
  const share = explanation.points / explanation.max;
  const misconceptions = signals.isHostile ? [] : findMisconceptions(reading.text, answer, share);
  // On the learner's own figures: a sum that was read back need not add up any more.
  const arithmetic = signals.eligible.units.flatMap((unit) => {
    const { start, end } = reading.toOwn(unit.start, unit.end);
    return findSlips(reading.own, start, end);
  });
  const flags = flagsOf(signals, judged, contradictions.length > 0 || otherBoundary !== null);
  const grade = withComments({
    exercise: scenario.id,
    explanation,
    choices: Object.fromEntries(choices.map(({ id, credit, verdict }) => [id, { credit, verdict }])),
    boundary,
    criteria: judged.map(({ grade }) => grade),
    misconceptions: misconceptions.map(({ id }) => id),
    ...(misconceptions.length > 0 ? { misconceptionEvidence: misconceptions } : {}),
    flags,
    contradictions,
    ...(otherBoundary ? { boundaryContradiction: otherBoundary } : {}),
    ...(arithmetic.length > 0 ? { arithmetic } : {}),
    overall: overallShare({
      explanation: share,
      choices: choices.map(({ credit }) => credit),
      boundary: boundary.credit,
      isContradicted: contradictions.length > 0,
    }),
    needsReview: needsReview(judged, flags),
    receipt: receiptOf(exercise, model),
  });
  return inOwnWords(grade, reading);
}

/**
 * Grades one hand-in: picks by the scenario's data, the explanation criterion by criterion. Pure: the same exercise
 * and hand-in give the same grade, byte for byte. Holes in the hand-in are graded as nothing, never refused.
 * `model` is the shipped one except where calibration judges a scenario by weights that have not seen it.
 *
 * A variant is graded by the exercise of the files, to whose figures the text is read back
 * (docs/decisions/019-figures-by-attempt.md). Figures of the files are wrong in it: where the text holds any, it is
 * read with and without them, and the lower grade counts, so that they never help.
 */
export function gradeHandIn(
  exercise: GradedExercise,
  handIn: PartialHandIn,
  model: CriterionModel = SHIPPED_MODEL,
): Grade {
  const { variation } = exercise;
  const strict = readBack(handIn.explanation, variation?.strict ?? null);
  const grade = gradeReading(exercise, handIn, model, strict);
  const lenient = readBack(handIn.explanation, variation?.back ?? null);
  if (lenient.text === strict.text) return grade;
  const other = gradeReading(exercise, handIn, model, lenient);
  return other.explanation.points < grade.explanation.points ? other : grade;
}
