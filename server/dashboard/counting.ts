import 'server-only';
import { getCourse } from '@/course/course';
import type { CohortId } from '@/schemas/ids';
import type { Actor } from '../actor';
import { askAnalytics } from '../analytics/analytics-thread';
import type { Counting } from '../analytics/views';
import { requireIn } from '../authority';
import { toDeskCourse } from './to-desk-course';

/**
 * How far the first reading of a large cohort is; null where its views can be shown. Nobody waits for it longer than a
 * second: pages ask this first and say so.
 */
export async function selectCounting(
  actor: Actor,
  cohortId: CohortId,
  what: 'board' | 'gaps',
): Promise<Counting | null> {
  requireIn(actor, cohortId, what === 'board' ? 'aggregate' : 'manage', 'read how far the counting of a cohort is');
  return askAnalytics('counting', { course: toDeskCourse(await getCourse()), cohortId, what });
}
