import 'server-only';
import type { Kysely, Migration } from 'kysely';

/** Which figures an attempt has, and what chooses them. Attempts from before keep those of the files. */
export const attemptVariants: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .alterTable('attempts')
      .addColumn('variant', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
    await db.schema.alterTable('learners').addColumn('studySeed', 'integer').execute();
  },
};
