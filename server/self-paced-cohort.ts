import 'server-only';
import { CohortIdSchema } from '@/schemas/ids';

/** Where everybody is enrolled from the first visit on. Made by the first migration; the id never changes. */
export const SELF_PACED_COHORT = { id: CohortIdSchema.parse('self-paced'), name: 'Self-paced study' } as const;
