import 'server-only';
import type { Kysely, Migration } from 'kysely';

type AnyDb = Kysely<unknown>;

async function createRounds(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('calibration_rounds')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('learnerId', 'text', (column) => column.notNull().references('learners.id'))
    .addColumn('seed', 'integer', (column) => column.notNull())
    .addColumn('answers', 'text', (column) => column.notNull())
    .addColumn('startedAt', 'bigint', (column) => column.notNull())
    .addColumn('finishedAt', 'bigint')
    .execute();
  await db.schema
    .createTable('calibration_marks')
    .addColumn('roundId', 'text', (column) => column.notNull().references('calibration_rounds.id'))
    .addColumn('learnerId', 'text', (column) => column.notNull().references('learners.id'))
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('levels', 'text', (column) => column.notNull())
    .addColumn('machine', 'text', (column) => column.notNull())
    .addColumn('reference', 'text')
    .addColumn('markedAt', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('calibration_marks_key', ['roundId', 'position'])
    .execute();
  await db.schema
    .createIndex('calibration_rounds_learner')
    .on('calibration_rounds')
    .columns(['learnerId', 'startedAt'])
    .execute();
}

/** The wording of an item that was answered, figures that are kept, and rounds of marking blind (docs/decisions/033). */
export const analysis: Migration = {
  async up(db: AnyDb): Promise<void> {
    await db.schema.alterTable('item_responses').addColumn('itemHash', 'text').execute();
    await db.schema
      .createTable('analyses')
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('data', 'text', (column) => column.notNull())
      .addColumn('countedAt', 'bigint', (column) => column.notNull())
      .addColumn('milliseconds', 'integer', (column) => column.notNull())
      .execute();
    // First attempts of one quiz, and drafts of one exercise, are read in the order of these.
    await db.schema
      .createIndex('quiz_attempts_lesson')
      .on('quiz_attempts')
      .columns(['lessonId', 'number', 'id'])
      .execute();
    await db.schema
      .createIndex('submissions_exercise')
      .on('submissions')
      .columns(['scenarioId', 'number', 'id'])
      .execute();
    await createRounds(db);
  },
};
