import { describe, expect, test } from 'vitest';
import { gradeHandIn } from '@/grader/grade-hand-in';
import { type Grade, GradeSchema } from '@/schemas/grade';
import { handInOf } from '@/tests/support/fixture';
import { FIXTURE_EXERCISE } from '@/tests/support/graded-exercise';
import { gradeWithoutText, REMOVED } from './without-text';

const TEXT = 'The launch date and team skills decide, for fourteen weeks are left; 180 ms remain after SQL.';
const evidence = { start: 4, end: 15, quote: 'launch date' };

/** A grade with a quote in every place that can hold one. */
function quotingGrade(): Grade {
  const grade = gradeHandIn(FIXTURE_EXERCISE, handInOf(TEXT));
  const contradiction = { picked: 'go', written: 'rust', evidence };
  return GradeSchema.parse({
    ...grade,
    criteria: grade.criteria.map((one) => ({
      ...one,
      level: 'half',
      evidence: [evidence],
      feedback: `You wrote: ${TEXT}`,
    })),
    contradictions: [{ component: 'http-api', ...contradiction }],
    boundaryContradiction: contradiction,
    arithmetic: [{ ...evidence, written: 180, computed: 190 }],
    misconceptionEvidence: [{ id: 'rewrite-pays', evidence }],
    comments: [{ type: 'essential', about: 'sums', text: 'You wrote “launch date”.' }],
  });
}

describe('a grade without its text', () => {
  test('holds no word of it, and is a grade still', () => {
    const grade = quotingGrade();
    expect(JSON.stringify(grade)).toContain('launch date');
    const left = gradeWithoutText(grade);
    expect(JSON.stringify(left)).not.toMatch(/launch|fourteen|180 ms/);
    expect(GradeSchema.parse(left)).toEqual(left);
    expect(
      left.criteria.every((one) => one.evidence.every(({ start, end, quote }) => REMOVED.slice(start, end) === quote)),
    ).toBe(true);
  });

  test('keeps points, levels, flags and receipt', () => {
    const [grade, left] = [quotingGrade(), gradeWithoutText(quotingGrade())];
    const kept = ({ overall, explanation, choices, flags, misconceptions, receipt, criteria }: Grade) => ({
      overall,
      explanation,
      choices,
      flags,
      misconceptions,
      receipt,
      levels: criteria.map(({ id, level, points }) => [id, level, points]),
    });
    expect(kept(left)).toEqual(kept(grade));
  });
});
