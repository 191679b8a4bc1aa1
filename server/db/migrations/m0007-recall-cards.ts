import 'server-only';
import type { Kysely, Migration } from 'kysely';

/** Spaced review: cards, the log of their answers, and what holds for all cards of a learner. */
export const recallCards: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('recall_cards')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('learnerId', 'text', (column) => column.notNull().references('learners.id'))
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('sourceKey', 'text', (column) => column.notNull())
      .addColumn('contentHash', 'text', (column) => column.notNull())
      .addColumn('memory', 'text')
      .addColumn('dueAt', 'bigint', (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('createdAt', 'bigint', (column) => column.notNull())
      .addColumn('changedAt', 'bigint')
      .addColumn('retiredAt', 'bigint')
      .addUniqueConstraint('recall_cards_source', ['learnerId', 'kind', 'sourceKey'])
      .execute();
    await db.schema
      .createTable('recall_logs')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('cardId', 'text', (column) => column.notNull().references('recall_cards.id'))
      .addColumn('learnerId', 'text', (column) => column.notNull().references('learners.id'))
      .addColumn('cardVersion', 'integer', (column) => column.notNull())
      .addColumn('rating', 'text', (column) => column.notNull())
      .addColumn('answer', 'text', (column) => column.notNull())
      .addColumn('verdict', 'text', (column) => column.notNull())
      .addColumn('before', 'text')
      .addColumn('dueBefore', 'bigint', (column) => column.notNull())
      .addColumn('dueAfter', 'bigint', (column) => column.notNull())
      .addColumn('elapsedDays', 'integer')
      .addColumn('scheduledDays', 'integer', (column) => column.notNull())
      .addColumn('reviewedAt', 'bigint', (column) => column.notNull())
      .addColumn('undoneAt', 'bigint')
      .addUniqueConstraint('recall_logs_once', ['cardId', 'cardVersion'])
      .execute();
    await db.schema.createIndex('recall_logs_learner').on('recall_logs').columns(['learnerId', 'reviewedAt']).execute();
    await db.schema
      .createTable('recall_states')
      .addColumn('learnerId', 'text', (column) => column.primaryKey().references('learners.id'))
      .addColumn('mark', 'text', (column) => column.notNull())
      .addColumn('timeZone', 'text')
      .addColumn('pausedAt', 'bigint')
      .execute();
  },
};
