import type { Generated } from 'kysely';
import type { Time } from './columns';

/** What retention adds to rows of others (docs/decisions/039). */
export interface RetentionColumns {
  /** When the text was removed; picks, levels and points stayed. Null: it is there. */
  textRemovedAt: Generated<Time | null>;
}
