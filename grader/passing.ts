import type { CourseOutline } from '@/schemas/lesson';

/** The one place that says what passing means; the numbers come from lessons/course.yaml. */
type PassingRule = CourseOutline['passing'];

/** Hand-ins at the same scenario after which descriptors and model answers open without a pass. */
export const HAND_INS_TO_OPEN = 3;

/** Room for shares such as 4/5, which binary arithmetic may put a hair under 0.8. */
const ROOM = 1e-9;

/** An exercise is passed at the rule's `exerciseOverall`; a hand-in without a grade is not passed. */
export function isExercisePassed(overall: number | null, rule: Pick<PassingRule, 'exerciseOverall'>): boolean {
  return overall !== null && overall + ROOM >= rule.exerciseOverall;
}

/** A quiz is mastered where the latest answers right, as a share of all its items, reach the mastery score. */
export function isQuizMastered(right: number, total: number, masteryScore: number): boolean {
  return total > 0 && right / total + ROOM >= masteryScore;
}

/** Descriptors and model answers open after passing, or with the third hand-in. */
export function descriptorsOpen({ isPassed, handIns }: { isPassed: boolean; handIns: number }): boolean {
  return isPassed || handIns >= HAND_INS_TO_OPEN;
}
