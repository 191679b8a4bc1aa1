import 'server-only';
import { z } from 'zod';
import type { DraftLevels } from '@/grader/analysis/analyse-criteria';
import type { ScenarioId } from '@/schemas/ids';
import { LevelSchema } from '@/schemas/rubric';
import type { Db } from '../db/open-database';
import { letOthers } from '../let-others';
import { type AnalysisScope, isInScope } from './analysis-scope';

/** Grades are long: these many are read at once, and no more than the newest of an exercise altogether. */
const SLICE = 100;
export const MOST_DRAFTS = 500;

/** Of a stored grade only what is counted; the rest is not even checked. */
const CountedGradeSchema = z.object({
  criteria: z.array(z.object({ id: z.string(), level: LevelSchema, max: z.number(), judged: z.boolean().optional() })),
});

function toLevels(grade: string): DraftLevels {
  const { criteria } = CountedGradeSchema.parse(JSON.parse(grade));
  return new Map(criteria.filter(({ judged }) => judged !== false).map(({ id, level, max }) => [id, { level, max }]));
}

/** The levels in force of the newest first drafts of an exercise, at most five hundred, one a person. */
export async function readDraftLevels(db: Db, scenarioId: ScenarioId, scope: AnalysisScope): Promise<DraftLevels[]> {
  const drafts: DraftLevels[] = [];
  for (let before: string | null = null; drafts.length < MOST_DRAFTS; ) {
    let query = db
      .selectFrom('submissions')
      .innerJoin('attempts', 'attempts.id', 'submissions.attemptId')
      .innerJoin('grades', 'grades.submissionId', 'submissions.id')
      .select(['submissions.id', 'grade'])
      .where('submissions.scenarioId', '=', scenarioId)
      .where('submissions.number', '=', 1)
      .where('attempts.number', '=', 1)
      .where(isInScope('submissions.learnerId', scope));
    if (before !== null) query = query.where('submissions.id', '<', before);
    const rows: { id: string; grade: string }[] = await query.orderBy('submissions.id', 'desc').limit(SLICE).execute();
    drafts.push(...rows.map(({ grade }) => toLevels(grade)));
    await letOthers();
    before = rows.at(-1)?.id ?? null;
    if (rows.length < SLICE) break;
  }
  return drafts;
}
