import 'server-only';
import type { Kysely, Migration } from 'kysely';

type AnyDb = Kysely<unknown>;

/** Assignments go with their cohort; what learners did for them does not hang here and stays. */
async function createAssignments(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('assignments')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('cohortId', 'text', (column) => column.notNull().references('cohorts.id').onDelete('cascade'))
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('note', 'text', (column) => column.notNull())
    .addColumn('target', 'text', (column) => column.notNull())
    .addColumn('attempts', 'text', (column) => column.notNull())
    .addColumn('passing', 'text', (column) => column.notNull())
    .addColumn('opensAt', 'bigint', (column) => column.notNull())
    .addColumn('dueAt', 'bigint', (column) => column.notNull())
    .addColumn('createdAt', 'bigint', (column) => column.notNull())
    .addColumn('changedAt', 'bigint', (column) => column.notNull())
    .addColumn('withdrawnAt', 'bigint')
    .execute();
  await db.schema.createIndex('assignments_cohort').on('assignments').columns(['cohortId', 'dueAt']).execute();
  await db.schema
    .createTable('assignment_extensions')
    .addColumn('assignmentId', 'text', (column) => column.notNull().references('assignments.id').onDelete('cascade'))
    .addColumn('learnerId', 'text', (column) => column.notNull().references('learners.id'))
    .addColumn('dueAt', 'bigint', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('grantedAt', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('assignment_extensions_pk', ['assignmentId', 'learnerId'])
    .execute();
  await db.schema
    .createIndex('assignment_extensions_learner')
    .on('assignment_extensions')
    .column('learnerId')
    .execute();
}

async function createJobs(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('jobs')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('key', 'text', (column) => column.notNull().unique())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('cohortId', 'text')
    .addColumn('createdAt', 'bigint', (column) => column.notNull())
    .addColumn('runAfter', 'bigint', (column) => column.notNull())
    .addColumn('tries', 'integer', (column) => column.notNull())
    .addColumn('leaseUntil', 'bigint')
    .addColumn('leaseOwner', 'text')
    .addColumn('doneAt', 'bigint')
    .addColumn('failedAt', 'bigint')
    .addColumn('lastError', 'text')
    .execute();
  await db.schema.createIndex('jobs_waiting').on('jobs').columns(['doneAt', 'failedAt', 'runAfter']).execute();
}

async function createWaysOut(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('calendar_feeds')
    .addColumn('learnerId', 'text', (column) => column.primaryKey().references('learners.id'))
    .addColumn('tokenHash', 'text', (column) => column.notNull().unique())
    .addColumn('createdAt', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('webhooks')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('cohortId', 'text', (column) => column.notNull().unique().references('cohorts.id').onDelete('cascade'))
    .addColumn('url', 'text', (column) => column.notNull())
    .addColumn('secret', 'text', (column) => column.notNull())
    .addColumn('createdAt', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('webhook_deliveries')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('cohortId', 'text', (column) => column.notNull().references('cohorts.id').onDelete('cascade'))
    .addColumn('jobId', 'text', (column) => column.notNull())
    .addColumn('event', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('status', 'integer')
    .addColumn('problem', 'text')
    .execute();
  await db.schema
    .createIndex('webhook_deliveries_cohort')
    .on('webhook_deliveries')
    .columns(['cohortId', 'at'])
    .execute();
}

/** Assignments and extensions, the table of jobs, calendars, and webhooks with the log of their deliveries. */
export const assignments: Migration = {
  async up(db: AnyDb): Promise<void> {
    await createAssignments(db);
    await createJobs(db);
    await createWaysOut(db);
  },
};
