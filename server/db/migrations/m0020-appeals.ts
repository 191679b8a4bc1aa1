import 'server-only';
import type { Kysely, Migration } from 'kysely';

type AnyDb = Kysely<unknown>;

async function createAppeals(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('appeals')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('learnerId', 'text', (column) => column.notNull().references('learners.id'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('submissionId', 'text', (column) => column.references('submissions.id'))
    .addColumn('criterionId', 'text')
    .addColumn('attemptId', 'text', (column) => column.references('quiz_attempts.id'))
    .addColumn('lessonId', 'text')
    .addColumn('itemId', 'text')
    .addColumn('optionId', 'text')
    // Of nulls a unique column holds any number, on both engines.
    .addColumn('openTarget', 'text', (column) => column.unique())
    .addColumn('passage', 'text')
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('createdAt', 'bigint', (column) => column.notNull())
    .addColumn('seenAt', 'bigint')
    .addColumn('closedAt', 'bigint')
    .addColumn('rulerId', 'text')
    .addColumn('ruling', 'text')
    .addColumn('levelBefore', 'text')
    .addColumn('level', 'text')
    .addColumn('event', 'integer')
    .addColumn('isAlone', 'integer', (column) => column.notNull())
    .addColumn('scoreBefore', 'text')
    .execute();
  await db.schema.createIndex('appeals_learner').on('appeals').column('learnerId').execute();
  await db.schema.createIndex('appeals_submission').on('appeals').column('submissionId').execute();
  await db.schema.createIndex('appeals_status').on('appeals').columns(['status', 'createdAt']).execute();
  await db.schema
    .createTable('labelled_samples')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('appealId', 'text', (column) => column.notNull().unique().references('appeals.id'))
    .addColumn('scenarioId', 'text', (column) => column.notNull())
    .addColumn('criterionId', 'text', (column) => column.notNull())
    .addColumn('level', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('sample', 'text', (column) => column.notNull())
    .addColumn('rubricHash', 'text', (column) => column.notNull())
    .addColumn('createdAt', 'bigint', (column) => column.notNull())
    .execute();
}

async function createRegrades(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('regrades')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('cohortId', 'text')
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('appealId', 'text')
    .addColumn('ruling', 'text')
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('neverLowerOverall', 'integer', (column) => column.notNull())
    .addColumn('neverLowerCriteria', 'integer', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('computedWith', 'text', (column) => column.notNull())
    .addColumn('collectedTo', 'text', (column) => column.notNull())
    .addColumn('looked', 'integer', (column) => column.notNull())
    .addColumn('slices', 'integer', (column) => column.notNull())
    .addColumn('createdById', 'text', (column) => column.notNull())
    .addColumn('appliedById', 'text')
    .addColumn('undoneById', 'text')
    .addColumn('createdAt', 'bigint', (column) => column.notNull())
    .addColumn('readyAt', 'bigint')
    .addColumn('appliedAt', 'bigint')
    .addColumn('undoneAt', 'bigint')
    .execute();
  await db.schema.createIndex('regrades_cohort').on('regrades').columns(['cohortId', 'createdAt']).execute();
  await db.schema
    .createTable('regrade_lines')
    .addColumn('regradeId', 'text', (column) => column.notNull().references('regrades.id'))
    .addColumn('submissionId', 'text', (column) => column.notNull().references('submissions.id'))
    .addColumn('scenarioId', 'text', (column) => column.notNull())
    .addColumn('basedOn', 'integer', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('before', 'double precision', (column) => column.notNull())
    .addColumn('after', 'double precision', (column) => column.notNull())
    .addColumn('afterKept', 'double precision', (column) => column.notNull())
    .addColumn('grade', 'text')
    .addColumn('rubricHash', 'text')
    .addColumn('changes', 'text', (column) => column.notNull())
    .addColumn('isHeld', 'integer', (column) => column.notNull())
    .addColumn('isConfirmed', 'integer', (column) => column.notNull())
    .addColumn('event', 'integer')
    .addPrimaryKeyConstraint('regrade_lines_pair', ['regradeId', 'submissionId'])
    .execute();
  await db.schema.createIndex('regrade_lines_submission').on('regrade_lines').column('submissionId').execute();
  await db.schema.createIndex('regrade_lines_state').on('regrade_lines').columns(['regradeId', 'state']).execute();
}

/** Appeals of learners, the labelled samples that come of them, and regrades with their previews (docs/decisions/035). */
export const appeals: Migration = {
  async up(db: AnyDb): Promise<void> {
    await createAppeals(db);
    await createRegrades(db);
  },
};
