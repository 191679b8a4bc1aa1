import 'server-only';
import { z } from 'zod';
import { type Decision, standingDecision } from '@/grader/trust/decided-grade';
import { CriterionGradeFieldsSchema } from '@/schemas/grade';
import { GradeEventKindSchema } from '@/schemas/grade-event';
import { type ScenarioId, ScenarioIdSchema, type SubmissionId, SubmissionIdSchema } from '@/schemas/ids';
import type { Db } from '../db/open-database';
import { letOthers } from '../let-others';
import { type AnalysisScope, isInScope } from './analysis-scope';

/** Submissions read at once; each has a few events of about 6 KB. */
const SLICE = 40;

const CriteriaSchema = z.object({ criteria: z.array(CriterionGradeFieldsSchema) });

export interface DecidedDraft {
  readonly submissionId: SubmissionId;
  readonly scenarioId: ScenarioId;
  readonly decision: Decision;
}

/** Submissions of the scope on which a person decided, after one id. Driven by the events: few drafts have any. */
async function readSlice(db: Db, scope: AnalysisScope, after: string) {
  return db
    .selectFrom('grade_events')
    .innerJoin('submissions', 'submissions.id', 'grade_events.submissionId')
    .select(['submissions.id', 'scenarioId'])
    .distinct()
    .where('grade_events.submissionId', '>', after)
    .where('grade_events.kind', 'in', ['review', 'appeal'])
    .where(isInScope('submissions.learnerId', scope))
    .orderBy('submissions.id')
    .limit(SLICE)
    .execute();
}

/** Every decision that stands, of people about grades of the scope's learners; read in slices. */
export async function readDecisions(db: Db, scope: AnalysisScope): Promise<DecidedDraft[]> {
  const decided: DecidedDraft[] = [];
  for (let after = ''; ; ) {
    const slice = await readSlice(db, scope, after);
    const last = slice.at(-1);
    if (!last) return decided;
    const ids = slice.map(({ id }) => id);
    const rows = await db
      .selectFrom('grade_events')
      .select(['submissionId', 'kind', 'grade'])
      .where('submissionId', 'in', ids)
      .orderBy('number')
      .execute();
    for (const { id, scenarioId } of slice) {
      const events = rows
        .filter(({ submissionId }) => submissionId === id)
        .map(({ kind, grade }) => ({
          kind: GradeEventKindSchema.parse(kind),
          grade: CriteriaSchema.parse(JSON.parse(grade)),
        }));
      const decision = standingDecision(events);
      if (decision)
        decided.push({
          submissionId: SubmissionIdSchema.parse(id),
          scenarioId: ScenarioIdSchema.parse(scenarioId),
          decision,
        });
    }
    await letOthers();
    after = last.id;
  }
}
