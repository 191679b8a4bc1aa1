import 'server-only';
import { getCourse } from '@/course/course';
import type { CohortId } from '@/schemas/ids';
import { type ItemAnalysis, ItemAnalysisSchema } from '@/schemas/item-analysis';
import type { Actor } from '../actor';
import { askAnalytics } from '../analytics/analytics-thread';
import { toAnalysedCourse } from './analysed-course';
import { scopeOf } from './analysis-scope';
import { type Kept, keptAnalysis } from './kept-analysis';

/** Figures of all items and criteria for one cohort, or for all that the actor manages. */
export async function selectItemAnalysis(actor: Actor, cohortId: CohortId | null): Promise<Kept<ItemAnalysis>> {
  const scope = scopeOf(actor, cohortId, 'read the figures of items');
  const course = await getCourse();
  return keptAnalysis({
    name: `items/${scope.key}`,
    version: course.contentHash.slice(0, 16),
    schema: ItemAnalysisSchema,
    count: () => askAnalytics('itemAnalysis', { course: toAnalysedCourse(course), scope }),
  });
}
