import type { ContraryCase } from '@/schemas/contrary';
import type { Scenario } from '@/schemas/scenario';

/** Rises with every change that may alter the grade of a reply; part of each receipt. */
export const REBUTTAL_GRADER_VERSION = 'contrary-1.0.0';

/** What a reply is judged by: the exercise's texts and the case that it answers. */
export interface RebuttalSource {
  readonly scenario: Pick<Scenario, 'id' | 'brief' | 'given'>;
  readonly contrary: ContraryCase;
}

/** What a reply is graded from. */
export interface RebuttalJob {
  readonly source: RebuttalSource;
  /** Content hash of the case. */
  readonly caseHash: string;
  readonly reply: string;
}
