import 'server-only';
import type { DeskModule } from '@/grader/dashboard/module-standing';
import type { PassingOffer } from '../assignments/asked';

/** The course as the views of a cohort see it: ids and rules, no text. Goes to the analytics thread as JSON. */
export interface DeskCourse {
  /** Content hash of the course: what was counted with other content is counted again. */
  readonly hash: string;
  readonly passMark: number;
  /** What assignments can ask for. */
  readonly offer: PassingOffer;
  readonly modules: readonly DeskModule[];
  readonly items: readonly { readonly id: string; readonly lessonId: string; readonly objectives: readonly string[] }[];
}
