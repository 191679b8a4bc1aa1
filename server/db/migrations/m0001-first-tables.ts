import 'server-only';
import { type CreateTableBuilder, type Kysely, type Migration, PostgresAdapter } from 'kysely';
import { SELF_PACED_COHORT } from '../../self-paced-cohort';

/** Migrations see the database as it is at that moment, so they are written against no table type. */
type AnyDb = Kysely<unknown>;

const isPostgres = (db: AnyDb): boolean => db.getExecutor().adapter instanceof PostgresAdapter;

/** The account library stores times and truth in the types that each engine offers. */
async function createAccountTables(db: AnyDb): Promise<void> {
  const time = isPostgres(db) ? 'timestamptz' : 'date';
  const truth = isPostgres(db) ? 'boolean' : 'integer';
  await db.schema
    .createTable('user')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('email', 'text', (column) => column.notNull().unique())
    .addColumn('emailVerified', truth, (column) => column.notNull())
    .addColumn('image', 'text')
    .addColumn('createdAt', time, (column) => column.notNull())
    .addColumn('updatedAt', time, (column) => column.notNull())
    .addColumn('isAnonymous', truth)
    .execute();
  const ofUser = <Name extends string>(table: CreateTableBuilder<Name>) =>
    table
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('userId', 'text', (column) => column.notNull().references('user.id').onDelete('cascade'))
      .addColumn('createdAt', time, (column) => column.notNull())
      .addColumn('updatedAt', time, (column) => column.notNull());
  await ofUser(db.schema.createTable('session'))
    .addColumn('expiresAt', time, (column) => column.notNull())
    .addColumn('token', 'text', (column) => column.notNull().unique())
    .addColumn('ipAddress', 'text')
    .addColumn('userAgent', 'text')
    .execute();
  await ofUser(db.schema.createTable('account'))
    .addColumn('accountId', 'text', (column) => column.notNull())
    .addColumn('providerId', 'text', (column) => column.notNull())
    .addColumn('accessToken', 'text')
    .addColumn('refreshToken', 'text')
    .addColumn('idToken', 'text')
    .addColumn('accessTokenExpiresAt', time)
    .addColumn('refreshTokenExpiresAt', time)
    .addColumn('scope', 'text')
    .addColumn('password', 'text')
    .execute();
  await db.schema
    .createTable('verification')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('identifier', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('expiresAt', time, (column) => column.notNull())
    .addColumn('createdAt', time, (column) => column.notNull())
    .addColumn('updatedAt', time, (column) => column.notNull())
    .execute();
  await db.schema.createIndex('session_user').on('session').column('userId').execute();
  await db.schema.createIndex('account_user').on('account').column('userId').execute();
  await db.schema.createIndex('verification_identifier').on('verification').column('identifier').execute();
}

async function createPeopleTables(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('learners')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('createdAt', 'bigint', (column) => column.notNull())
    .addColumn('lastActiveAt', 'bigint', (column) => column.notNull())
    .addColumn('mergedInto', 'text', (column) => column.references('learners.id'))
    .execute();
  await db.schema
    .createTable('preferences')
    .addColumn('learnerId', 'text', (column) => column.primaryKey().references('learners.id'))
    .addColumn('preferences', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('cohorts')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('createdAt', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('enrolments')
    .addColumn('learnerId', 'text', (column) => column.notNull().references('learners.id'))
    .addColumn('cohortId', 'text', (column) => column.notNull().references('cohorts.id'))
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('enrolledAt', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('enrolments_key', ['learnerId', 'cohortId', 'role'])
    .execute();
  await db.schema.createIndex('enrolments_cohort').on('enrolments').columns(['cohortId', 'role', 'status']).execute();
  await db.schema.createIndex('learners_active').on('learners').column('lastActiveAt').execute();
}

async function createQuizTables(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('lesson_reads')
    .addColumn('learnerId', 'text', (column) => column.notNull().references('learners.id'))
    .addColumn('lessonId', 'text', (column) => column.notNull())
    .addColumn('readAt', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('lesson_reads_key', ['learnerId', 'lessonId'])
    .execute();
  await db.schema
    .createTable('quiz_attempts')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('learnerId', 'text', (column) => column.notNull().references('learners.id'))
    .addColumn('lessonId', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('seed', 'bigint', (column) => column.notNull())
    .addColumn('items', 'text', (column) => column.notNull())
    .addColumn('itemIds', 'text', (column) => column.notNull())
    .addColumn('openedAt', 'bigint', (column) => column.notNull())
    .addColumn('finishedAt', 'bigint')
    .addColumn('score', 'double precision')
    .addUniqueConstraint('quiz_attempts_number', ['learnerId', 'lessonId', 'number'])
    .execute();
  await db.schema
    .createTable('item_responses')
    .addColumn('attemptId', 'text', (column) => column.notNull().references('quiz_attempts.id'))
    .addColumn('itemId', 'text', (column) => column.notNull())
    .addColumn('response', 'text', (column) => column.notNull())
    .addColumn('confidence', 'text', (column) => column.notNull())
    .addColumn('score', 'text', (column) => column.notNull())
    .addColumn('answeredAt', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('item_responses_key', ['attemptId', 'itemId'])
    .execute();
  await db.schema
    .createTable('learner_items')
    .addColumn('learnerId', 'text', (column) => column.notNull().references('learners.id'))
    .addColumn('itemId', 'text', (column) => column.notNull())
    .addColumn('lessonId', 'text', (column) => column.notNull())
    .addColumn('isCorrect', 'integer', (column) => column.notNull())
    .addColumn('share', 'double precision', (column) => column.notNull())
    .addColumn('answers', 'integer', (column) => column.notNull())
    .addColumn('answeredAt', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('learner_items_key', ['learnerId', 'itemId'])
    .execute();
}

async function createExerciseTables(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('attempts')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('learnerId', 'text', (column) => column.notNull().references('learners.id'))
    .addColumn('scenarioId', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('openedAt', 'bigint', (column) => column.notNull())
    .addUniqueConstraint('attempts_number', ['learnerId', 'scenarioId', 'number'])
    .execute();
  await db.schema
    .createTable('submissions')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('attemptId', 'text', (column) => column.notNull().references('attempts.id'))
    .addColumn('learnerId', 'text', (column) => column.notNull().references('learners.id'))
    .addColumn('scenarioId', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('handIn', 'text', (column) => column.notNull())
    .addColumn('contentHash', 'text', (column) => column.notNull())
    .addColumn('idempotencyKey', 'text', (column) => column.notNull())
    .addColumn('submittedAt', 'bigint', (column) => column.notNull())
    .addColumn('gradingTries', 'integer', (column) => column.notNull())
    .addUniqueConstraint('submissions_idempotency', ['learnerId', 'idempotencyKey'])
    .addUniqueConstraint('submissions_number', ['attemptId', 'number'])
    .execute();
  await db.schema.createIndex('submissions_learner').on('submissions').columns(['learnerId', 'scenarioId']).execute();
  await db.schema
    .createTable('rubric_snapshots')
    .addColumn('hash', 'text', (column) => column.primaryKey())
    .addColumn('rubric', 'text', (column) => column.notNull())
    .addColumn('storedAt', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('grades')
    .addColumn('submissionId', 'text', (column) => column.primaryKey().references('submissions.id'))
    .addColumn('grade', 'text', (column) => column.notNull())
    .addColumn('overall', 'double precision', (column) => column.notNull())
    .addColumn('needsReview', 'integer', (column) => column.notNull())
    .addColumn('graderVersion', 'text', (column) => column.notNull())
    .addColumn('rubricHash', 'text', (column) => column.notNull().references('rubric_snapshots.hash'))
    .addColumn('gradedAt', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('learner_exercises')
    .addColumn('learnerId', 'text', (column) => column.notNull().references('learners.id'))
    .addColumn('scenarioId', 'text', (column) => column.notNull())
    .addColumn('handIns', 'integer', (column) => column.notNull())
    .addColumn('bestOverall', 'double precision')
    .addColumn('latestSubmissionId', 'text', (column) => column.notNull())
    .addColumn('latestSubmittedAt', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('learner_exercises_key', ['learnerId', 'scenarioId'])
    .execute();
}

async function createDraftTables(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('drafts')
    .addColumn('learnerId', 'text', (column) => column.notNull().references('learners.id'))
    .addColumn('scenarioId', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('handIn', 'text', (column) => column.notNull())
    .addColumn('savedAt', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('drafts_key', ['learnerId', 'scenarioId'])
    .execute();
  await db.schema
    .createTable('draft_conflicts')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('learnerId', 'text', (column) => column.notNull().references('learners.id'))
    .addColumn('scenarioId', 'text', (column) => column.notNull())
    .addColumn('baseVersion', 'integer', (column) => column.notNull())
    .addColumn('handIn', 'text', (column) => column.notNull())
    .addColumn('contentHash', 'text', (column) => column.notNull())
    .addColumn('keptAt', 'bigint', (column) => column.notNull())
    .addUniqueConstraint('draft_conflicts_text', ['learnerId', 'scenarioId', 'contentHash'])
    .execute();
}

async function createHouseTables(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('one_time_links')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('purpose', 'text', (column) => column.notNull())
    .addColumn('tokenHash', 'text', (column) => column.notNull().unique())
    .addColumn('learnerId', 'text', (column) => column.references('learners.id'))
    .addColumn('createdAt', 'bigint', (column) => column.notNull())
    .addColumn('expiresAt', 'bigint', (column) => column.notNull())
    .addColumn('usedAt', 'bigint')
    .execute();
  await db.schema
    .createTable('try_counts')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('count', 'integer', (column) => column.notNull())
    .addColumn('windowStartedAt', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('settings')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute();
}

/** All tables of the first version, and the cohort that everybody starts in. */
export const firstTables: Migration = {
  async up(db: AnyDb): Promise<void> {
    await createAccountTables(db);
    await createPeopleTables(db);
    await createQuizTables(db);
    await createExerciseTables(db);
    await createDraftTables(db);
    await createHouseTables(db);
    await db
      .withTables<{ cohorts: { id: string; name: string; createdAt: number } }>()
      .insertInto('cohorts')
      .values({ id: SELF_PACED_COHORT.id, name: SELF_PACED_COHORT.name, createdAt: Date.now() })
      .execute();
  },
};
