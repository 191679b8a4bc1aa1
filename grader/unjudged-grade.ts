import type { Grade } from '@/schemas/grade';
import type { PartialHandIn } from '@/schemas/scenario';
import { creditBoundary, creditChoice } from './choices/credit-pick';
import { withComments } from './comments';
import { unjudgedCriterion } from './criteria/unjudged-criterion';
import { GRADER_VERSION } from './grade-hand-in';
import type { GradedExercise } from './graded-exercise';
import { overallShare } from './overall-share';

/**
 * The grade of a hand-in whose text could not be read to the end: picks are credited by the scenario's data alone,
 * every criterion says that it was not judged, and a person has to look. The receipt's engine is `none`.
 */
export function unjudgedGrade(exercise: GradedExercise, handIn: PartialHandIn): Grade {
  const { scenario, rubric, rubricHash, variation } = exercise;
  const choices = scenario.components.map(
    (component) => [component.id, creditChoice(component, handIn.choices[component.id], false)] as const,
  );
  const boundary = creditBoundary(scenario.boundary, handIn.boundary, false);
  return withComments({
    exercise: scenario.id,
    explanation: { points: 0, max: rubric.criteria.reduce((sum, { points }) => sum + points, 0) },
    choices: Object.fromEntries(choices),
    boundary,
    criteria: rubric.criteria.map(unjudgedCriterion),
    misconceptions: [],
    flags: [],
    contradictions: [],
    overall: overallShare({
      explanation: 0,
      choices: choices.map(([, { credit }]) => credit),
      boundary: boundary.credit,
      isContradicted: false,
    }),
    needsReview: true,
    receipt: {
      grader: GRADER_VERSION,
      rubric: rubricHash,
      engine: 'none',
      ...(variation ? { variant: variation.id } : {}),
    },
  });
}
