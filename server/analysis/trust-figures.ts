import 'server-only';
import { getCourse } from '@/course/course';
import { shareEstimate } from '@/grader/statistics/estimate';
import { isChanged, type MarkedDraft, markedGroup, toMarkedDraft } from '@/grader/trust/marked-group';
import type { Course } from '@/schemas/course';
import type { CohortId } from '@/schemas/ids';
import { type MarkedGroup, MarkedGroupSchema, type TrustFigures, TrustFiguresSchema } from '@/schemas/trust';
import type { Actor } from '../actor';
import { database } from '../db/database';
import type { Db } from '../db/open-database';
import { gradeInThread } from '../grading-thread';
import { type AnalysisScope, isInScope, scopeOf } from './analysis-scope';
import { type Kept, keptAnalysis } from './kept-analysis';
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

/** How far the grader agrees with people over the drafts of one cohort, or of all that the actor manages. */
export async function selectTrustFigures(actor: Actor, cohortId: CohortId | null): Promise<Kept<TrustFigures>> {
  const scope = scopeOf(actor, cohortId, 'read how far the grader agrees with people');
  return keptAnalysis({
    name: `trust/${scope.key}`,
    version: '1',
    schema: TrustFiguresSchema,
    count: () => readTrustFigures(database(), scope),
  });
}

/** Grades every marked sample of the course in the grading thread, one after the other. */
async function readSampleMarkings(course: Course): Promise<MarkedGroup> {
  const drafts: MarkedDraft[] = [];
  for (const exercise of course.exercises)
    for (const { handIn, expected } of exercise.samples) {
      const { criteria } = await gradeInThread(exercise, handIn);
      drafts.push({
        scenarioId: exercise.scenario.id,
        criteria: criteria
          .filter(({ judged }) => judged !== false)
          .map(({ id, level, confidence }) => ({
            criterionId: id,
            machine: level,
            person: expected.levels[id] ?? 'none',
            confidence,
          })),
      });
    }
  return markedGroup(drafts);
}

/** How far the grader agrees with the samples that come with the course. The same for everybody who manages a cohort. */
export async function selectSampleFigures(actor: Actor): Promise<Kept<MarkedGroup>> {
  scopeOf(actor, null, 'read how far the grader agrees with markers');
  const course = await getCourse();
  return keptAnalysis({
    name: 'samples',
    version: course.contentHash.slice(0, 16),
    schema: MarkedGroupSchema,
    count: () => readSampleMarkings(course),
    isLasting: true,
  });
}
