import 'server-only';
import type { Json, Time } from './columns';

/** Previews as a learner, and wordings that somebody began with. */
export interface PreviewTables {
  /** `learnerId` is nobody: a learner without account and cohort, in whose place `ownerId` looks at the course. */
  previews: { learnerId: string; ownerId: string; startedAt: Time };
  /** An item as it was when a quiz with it was opened, by the hash of its wording (server/item-hash.ts). Never changed. */
  item_snapshots: { hash: string; item: Json; storedAt: Time };
}
