import 'server-only';
import type { Kysely, Migration } from 'kysely';

async function createDecisions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('decisions')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('learnerId', 'text', (column) => column.notNull().references('learners.id'))
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('record', 'text', (column) => column.notNull())
    .addColumn('reviewOn', 'text', (column) => column.notNull())
    .addColumn('idempotencyKey', 'text', (column) => column.notNull())
    .addColumn('contentHash', 'text', (column) => column.notNull())
    .addColumn('createdAt', 'bigint', (column) => column.notNull())
    .addColumn('savedAt', 'bigint', (column) => column.notNull())
    .addUniqueConstraint('decisions_once', ['learnerId', 'idempotencyKey'])
    .execute();
}

async function createConflicts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('decision_conflicts')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('learnerId', 'text', (column) => column.notNull().references('learners.id'))
    .addColumn('decisionId', 'text', (column) => column.notNull().references('decisions.id'))
    .addColumn('baseVersion', 'integer', (column) => column.notNull())
    .addColumn('record', 'text', (column) => column.notNull())
    .addColumn('contentHash', 'text', (column) => column.notNull())
    .addColumn('keptAt', 'bigint', (column) => column.notNull())
    .addUniqueConstraint('decision_conflicts_once', ['decisionId', 'contentHash'])
    .execute();
}

/** Decisions of people's own (docs/decisions/022), the texts that lost a conflict, and what looking again came to. */
export const decisions: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await createDecisions(db);
    await createConflicts(db);
    await db.schema
      .createTable('decision_looks')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('learnerId', 'text', (column) => column.notNull().references('learners.id'))
      .addColumn('decisionId', 'text', (column) => column.notNull().references('decisions.id'))
      .addColumn('answer', 'text', (column) => column.notNull())
      .addColumn('idempotencyKey', 'text', (column) => column.notNull())
      .addColumn('answeredAt', 'bigint', (column) => column.notNull())
      .addUniqueConstraint('decision_looks_once', ['decisionId', 'idempotencyKey'])
      .execute();
    await db.schema.createIndex('decisions_learner').on('decisions').columns(['learnerId', 'savedAt']).execute();
  },
};
