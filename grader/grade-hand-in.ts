import type { Exercise } from '@/schemas/course';
import type { Grade } from '@/schemas/grade';
import type { PartialHandIn } from '@/schemas/scenario';
import { creditBoundary, creditChoice } from './choices/credit-pick';
import { judgeCriteria } from './criteria/judge-criteria';
import { overallShare } from './overall-share';
import { readText } from './text/read-text';

/** Rises with every change that may alter a grade; part of each receipt. */
export const GRADER_VERSION = '1.0.0';

/** What a grade needs to know of an exercise. */
export type GradedExercise = Pick<Exercise, 'scenario' | 'rubric' | 'rubricHash'>;

/**
 * Grades one hand-in: picks by the scenario's data, the explanation criterion by criterion. Pure: the same exercise
 * and hand-in give the same grade, byte for byte. Holes in the hand-in are graded as nothing, never refused.
 */
export function gradeHandIn(exercise: GradedExercise, handIn: PartialHandIn): Grade {
  const { scenario, rubric } = exercise;
  const read = readText(handIn.explanation);
  const criteria = judgeCriteria(exercise, read);
  const choices = scenario.components.map((component) => creditChoice(component, handIn.choices[component.id], false));
  const boundary = creditBoundary(scenario.boundary, handIn.boundary, false);
  const points = criteria.reduce((sum, criterion) => sum + criterion.points, 0);
  const max = rubric.criteria.reduce((sum, criterion) => sum + criterion.points, 0);
  return {
    exercise: scenario.id,
    explanation: { points, max },
    choices: Object.fromEntries(
      scenario.components.map((component, index) => [component.id, choices[index] ?? { credit: 0, verdict: 'wrong' }]),
    ),
    boundary,
    criteria,
    misconceptions: [],
    flags: [],
    contradictions: [],
    overall: overallShare({
      explanation: points / max,
      choices: choices.map((choice) => choice.credit),
      boundary: boundary.credit,
      isContradicted: false,
    }),
    needsReview: criteria.some((criterion) => criterion.judged === false),
    receipt: { grader: GRADER_VERSION, rubric: exercise.rubricHash, engine: 'local' },
  };
}
