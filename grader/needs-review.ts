import type { JudgedCriterion } from './criteria/judge-criteria';

/** Flags that honest writers can trip as well: a person decides. */
const FLAGS_FOR_A_PERSON = ['mismatch', 'stuffing', 'brief_echo', 'off_target', 'hostile'];

/** Expected error, as a share of all points, above which a person should look. Chosen on unseen scenarios. */
const MOST_EXPECTED_ERROR = 0.23;

/** Σ points × expected distance between the given level and the true one, over all points. */
function expectedError(judged: readonly JudgedCriterion[]): number {
  const max = judged.reduce((sum, { grade }) => sum + grade.max, 0);
  const error = judged.reduce((sum, { grade, chances }) => {
    const share = grade.points / grade.max;
    const distance = chances.none * share + chances.half * Math.abs(share - 0.5) + chances.full * (1 - share);
    return sum + grade.max * distance;
  }, 0);
  return max === 0 ? 0 : error / max;
}

/** Whether a person should look at a grade: something is unjudged, the expected error is high, or a flag is up. */
export function needsReview(judged: readonly JudgedCriterion[], flags: readonly string[]): boolean {
  if (judged.some(({ grade }) => grade.judged === false)) return true;
  if (flags.some((flag) => FLAGS_FOR_A_PERSON.includes(flag))) return true;
  return expectedError(judged) > MOST_EXPECTED_ERROR;
}
