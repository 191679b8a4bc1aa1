import 'server-only';
import type { Kysely, Migration } from 'kysely';

/** Who asked for the other side of a hand-in, and the replies to it with their grades. None is written again. */
export const rebuttals: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('contrary_openings')
      .addColumn('submissionId', 'text', (column) => column.primaryKey().references('submissions.id'))
      .addColumn('learnerId', 'text', (column) => column.notNull().references('learners.id'))
      .addColumn('scenarioId', 'text', (column) => column.notNull())
      .addColumn('caseId', 'text', (column) => column.notNull())
      .addColumn('openedAt', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('rebuttals')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('learnerId', 'text', (column) => column.notNull().references('learners.id'))
      .addColumn('submissionId', 'text', (column) => column.notNull().references('submissions.id'))
      .addColumn('scenarioId', 'text', (column) => column.notNull())
      .addColumn('caseId', 'text', (column) => column.notNull())
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('caseHash', 'text', (column) => column.notNull())
      .addColumn('reply', 'text', (column) => column.notNull())
      .addColumn('grade', 'text', (column) => column.notNull())
      .addColumn('overall', 'double precision', (column) => column.notNull())
      .addColumn('contentHash', 'text', (column) => column.notNull())
      .addColumn('idempotencyKey', 'text', (column) => column.notNull())
      .addColumn('submittedAt', 'bigint', (column) => column.notNull())
      .addUniqueConstraint('rebuttals_number', ['submissionId', 'number'])
      .addUniqueConstraint('rebuttals_key', ['learnerId', 'idempotencyKey'])
      .execute();
    await db.schema.createIndex('contrary_openings_learner').on('contrary_openings').column('learnerId').execute();
  },
};
