import 'server-only';
import type { Kysely, Migration } from 'kysely';

/** What readers said is wrong with the course, and what they were answered. */
export const problemReports: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('problem_reports')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('learnerId', 'text', (column) => column.notNull().references('learners.id'))
      .addColumn('aboutKind', 'text', (column) => column.notNull())
      .addColumn('aboutId', 'text', (column) => column.notNull())
      .addColumn('lessonId', 'text')
      .addColumn('context', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('status', 'text', (column) => column.notNull())
      .addColumn('reply', 'text')
      .addColumn('createdAt', 'bigint', (column) => column.notNull())
      .addColumn('answeredAt', 'bigint')
      .addColumn('seenAt', 'bigint')
      .addColumn('idempotencyKey', 'text', (column) => column.notNull())
      .addUniqueConstraint('problem_reports_key', ['learnerId', 'idempotencyKey'])
      .execute();
    await db.schema
      .createIndex('problem_reports_created')
      .on('problem_reports')
      .columns(['createdAt', 'learnerId'])
      .execute();
  },
};
