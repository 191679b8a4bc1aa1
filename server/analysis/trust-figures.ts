import 'server-only';
import { getCourse } from '@/course/course';
import { type MarkedDraft, markedGroup } from '@/grader/trust/marked-group';
import type { Course } from '@/schemas/course';
import type { CohortId } from '@/schemas/ids';
import { type MarkedGroup, MarkedGroupSchema, type TrustFigures, TrustFiguresSchema } from '@/schemas/trust';
import type { Actor } from '../actor';
import { askAnalytics } from '../analytics/analytics-thread';
import { toJson } from '../db/json';
import { gradeInThread } from '../grading-thread';
import { scopeOf } from './analysis-scope';
import { type Kept, keptAnalysis } from './kept-analysis';

/** How far the grader agrees with people over the drafts of one cohort, or of all that the actor manages. */
export async function selectTrustFigures(actor: Actor, cohortId: CohortId | null): Promise<Kept<TrustFigures>> {
  const scope = scopeOf(actor, cohortId, 'read how far the grader agrees with people');
  return keptAnalysis({
    name: `trust/${scope.key}`,
    version: '1',
    schema: TrustFiguresSchema,
    count: () => askAnalytics('trustFigures', { scope }),
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
    count: async () => toJson(await readSampleMarkings(course)),
    isLasting: true,
  });
}
