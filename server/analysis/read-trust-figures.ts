import 'server-only';
import { shareEstimate } from '@/grader/statistics/estimate';
import { isChanged, markedGroup, toMarkedDraft } from '@/grader/trust/marked-group';
import type { TrustFigures } from '@/schemas/trust';
import type { Db } from '../db/open-database';
import { type AnalysisScope, isInScope } from './analysis-scope';
import { readDecisions } from './read-decisions';
import { readSampledDrafts } from './sampled-drafts';

async function countGraded(db: Db, scope: AnalysisScope): Promise<number> {
  const row = await db
    .selectFrom('learner_exercises')
    .select((eb) => eb.fn.sum<number>('handIns').as('count'))
    .where(isInScope('learner_exercises.learnerId', scope))
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

/** What people decided about the grades of these learners, and how the machine stands beside it. */
export async function readTrustFigures(db: Db, scope: AnalysisScope): Promise<TrustFigures> {
  const decided = await readDecisions(db, scope);
  const sampledIds = await readSampledDrafts(
    db,
    decided.map(({ submissionId }) => submissionId),
  );
  const drafts = decided.map(({ submissionId, scenarioId, decision }) => ({
    isSampled: sampledIds.has(submissionId),
    isAppeal: decision.isAppeal,
    draft: toMarkedDraft(scenarioId, decision),
  }));
  const changedOf = (list: typeof drafts) =>
    shareEstimate(list.filter(({ draft }) => isChanged(draft)).length, list.length);
  const appeals = drafts.filter(({ isAppeal }) => isAppeal);
  return {
    graded: await countGraded(db, scope),
    decided: markedGroup(drafts.map(({ draft }) => draft)),
    sampled: markedGroup(drafts.filter(({ isSampled }) => isSampled).map(({ draft }) => draft)),
    overridden: changedOf(drafts),
    appealed: appeals.length,
    upheld: changedOf(appeals),
  };
}
