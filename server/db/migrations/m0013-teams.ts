import 'server-only';
import { type Kysely, type Migration, sql } from 'kysely';
import { SELF_PACED_COHORT } from '../../self-paced-cohort';

type AnyDb = Kysely<unknown>;

/** Owners run the whole installation. Whoever taught everybody before there were owners becomes one. */
async function createOwners(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('owners')
    .addColumn('learnerId', 'text', (column) => column.primaryKey().references('learners.id'))
    .addColumn('since', 'bigint', (column) => column.notNull())
    .execute();
  await sql`insert into "owners" ("learnerId", "since")
    select "learnerId", "enrolledAt" from "enrolments"
    where "cohortId" = ${SELF_PACED_COHORT.id} and "role" = 'instructor' and "status" = 'active'`.execute(db);
}

/** Every grade that was ever in force for a submission; `grades` holds the latest (docs/decisions/028). */
async function createGradeEvents(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('grade_events')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('submissionId', 'text', (column) => column.notNull().references('submissions.id'))
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('grade', 'text', (column) => column.notNull())
    .addColumn('rubricHash', 'text', (column) => column.notNull().references('rubric_snapshots.hash'))
    .addColumn('byId', 'text')
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('batchId', 'text')
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addUniqueConstraint('grade_events_number', ['submissionId', 'number'])
    .execute();
  await db.schema.createIndex('grade_events_batch').on('grade_events').column('batchId').execute();
}

async function createHouseTables(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('audit_entries')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('actorId', 'text', (column) => column.notNull())
    .addColumn('actorName', 'text', (column) => column.notNull())
    .addColumn('act', 'text', (column) => column.notNull())
    .addColumn('cohortId', 'text')
    .addColumn('subjectId', 'text')
    .addColumn('details', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('audit_entries_at').on('audit_entries').columns(['cohortId', 'at']).execute();
  await db.schema.createIndex('audit_entries_subject').on('audit_entries').columns(['subjectId', 'at']).execute();
  await db.schema
    .createTable('notices')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('learnerId', 'text', (column) => column.notNull().references('learners.id'))
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('notice', 'text', (column) => column.notNull())
    .addColumn('createdAt', 'bigint', (column) => column.notNull())
    .addColumn('seenAt', 'bigint')
    .addUniqueConstraint('notices_key', ['learnerId', 'key'])
    .execute();
}

/** Owners, archived cohorts, the history of grades, the record of acts, and news for learners. */
export const teams: Migration = {
  async up(db: AnyDb): Promise<void> {
    await createOwners(db);
    await db.schema.alterTable('cohorts').addColumn('archivedAt', 'bigint').execute();
    await createGradeEvents(db);
    await createHouseTables(db);
  },
};
