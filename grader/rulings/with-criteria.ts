import type { CriterionGrade, Grade } from '@/schemas/grade';
import { overallShare } from '../overall-share';

/** The grade with these criteria instead of its own, and with the sums that follow from them. */
export function withCriteria(grade: Grade, criteria: readonly CriterionGrade[]): Grade {
  const points = criteria.reduce((sum, line) => sum + line.points, 0);
  return {
    ...grade,
    criteria: [...criteria],
    explanation: { points, max: grade.explanation.max },
    overall: overallShare({
      explanation: points / grade.explanation.max,
      choices: Object.values(grade.choices).map(({ credit }) => credit),
      boundary: grade.boundary.credit,
      isContradicted: grade.contradictions.length > 0,
    }),
  };
}
