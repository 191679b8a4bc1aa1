import 'server-only';
import type { Kysely, Migration } from 'kysely';

/** What learners revised after a fact had changed, with its grade. Rounds are kept; none is written again. */
export const twistRounds: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('twist_rounds')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('learnerId', 'text', (column) => column.notNull().references('learners.id'))
      .addColumn('submissionId', 'text', (column) => column.notNull().references('submissions.id'))
      .addColumn('scenarioId', 'text', (column) => column.notNull())
      .addColumn('twistId', 'text', (column) => column.notNull())
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('changeHash', 'text', (column) => column.notNull())
      .addColumn('answer', 'text', (column) => column.notNull())
      .addColumn('grade', 'text', (column) => column.notNull())
      .addColumn('overall', 'double precision', (column) => column.notNull())
      .addColumn('contentHash', 'text', (column) => column.notNull())
      .addColumn('idempotencyKey', 'text', (column) => column.notNull())
      .addColumn('submittedAt', 'bigint', (column) => column.notNull())
      .addUniqueConstraint('twist_rounds_number', ['submissionId', 'twistId', 'number'])
      .addUniqueConstraint('twist_rounds_key', ['learnerId', 'idempotencyKey'])
      .execute();
    await db.schema
      .createIndex('twist_rounds_scenario')
      .on('twist_rounds')
      .columns(['learnerId', 'scenarioId'])
      .execute();
  },
};
