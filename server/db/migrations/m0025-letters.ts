import 'server-only';
import type { Kysely, Migration } from 'kysely';

/** Letters by mail, and how much of a hand-in was pasted, as its browser counted (docs/decisions/040). */
export const letters: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('letters')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('learnerId', 'text', (column) => column.notNull().references('learners.id'))
      .addColumn('day', 'text', (column) => column.notNull())
      .addColumn('tokenHash', 'text', (column) => column.unique())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('createdAt', 'bigint', (column) => column.notNull())
      .addColumn('sentAt', 'bigint')
      .addUniqueConstraint('letters_day', ['learnerId', 'day'])
      .execute();
    await db.schema
      .createTable('letter_parts')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('learnerId', 'text', (column) => column.notNull().references('learners.id'))
      .addColumn('key', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('about', 'text', (column) => column.notNull())
      .addColumn('createdAt', 'bigint', (column) => column.notNull())
      .addColumn('goodUntil', 'bigint', (column) => column.notNull())
      .addColumn('letterId', 'text')
      .addUniqueConstraint('letter_parts_key', ['learnerId', 'key'])
      .execute();
    await db.schema.createIndex('letter_parts_letter').on('letter_parts').columns(['letterId', 'learnerId']).execute();
    await db.schema.alterTable('submissions').addColumn('pastes', 'text').execute();
  },
};
