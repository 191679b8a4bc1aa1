import 'server-only';
import type { GradedDraft } from '@/grader/certificate/demonstrated';
import { GradeSchema } from '@/schemas/grade';
import { ScenarioIdSchema } from '@/schemas/ids';
import { RubricSchema, toPublicRubric } from '@/schemas/rubric';
import type { Actor } from '../actor';
import { database } from '../db/database';
import { fromJson } from '../db/json';
import { isWithheld } from '../predictions/withhold';

export interface CertifiedDraft extends GradedDraft {
  readonly needsReview: boolean;
  readonly grader: string;
  readonly rubric: string;
}

/** One's own graded drafts, those left out whose grade still waits for a prediction. Titles come from the rubric of the grade. */
export async function selectGradedDrafts(actor: Actor): Promise<CertifiedDraft[]> {
  const rows = await database()
    .selectFrom('submissions')
    .innerJoin('grades', 'grades.submissionId', 'submissions.id')
    .innerJoin('rubric_snapshots', 'rubric_snapshots.hash', 'grades.rubricHash')
    .leftJoin('predictions', 'predictions.submissionId', 'submissions.id')
    .select(['scenarioId', 'number', 'grade', 'rubric', 'predictions.status'])
    .where('learnerId', '=', actor.learnerId)
    .orderBy('submittedAt')
    .execute();
  return rows
    .filter(({ status }) => !isWithheld(status))
    .map((row) => {
      const grade = fromJson(row.grade, GradeSchema);
      const titles = new Map(toPublicRubric(fromJson(row.rubric, RubricSchema)).map(({ id, title }) => [id, title]));
      const full = grade.criteria.filter(({ level, judged }) => level === 'full' && judged !== false);
      return {
        scenarioId: ScenarioIdSchema.parse(row.scenarioId),
        number: row.number,
        overall: grade.overall,
        metInFull: full.flatMap(({ id }) => titles.get(id) ?? []),
        needsReview: grade.needsReview,
        grader: grade.receipt.grader,
        rubric: grade.receipt.rubric,
      };
    });
}
