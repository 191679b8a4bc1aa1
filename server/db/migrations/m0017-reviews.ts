import 'server-only';
import type { Kysely, Migration } from 'kysely';

type AnyDb = Kysely<unknown>;

/** What people decided (append-only), and how each submission stands in the queue because of it. */
async function createReviews(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('reviews')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('submissionId', 'text', (column) => column.notNull().references('submissions.id'))
    .addColumn('reviewerId', 'text', (column) => column.notNull())
    .addColumn('decision', 'text', (column) => column.notNull())
    .addColumn('criterionId', 'text')
    .addColumn('level', 'text')
    .addColumn('reason', 'text')
    .addColumn('event', 'integer', (column) => column.notNull())
    .addColumn('viaId', 'text')
    .addColumn('idempotencyKey', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('reviews_submission').on('reviews').columns(['submissionId', 'event']).execute();
  await db.schema.createIndex('reviews_reviewer').on('reviews').columns(['reviewerId', 'at']).execute();
  await db.schema
    .createTable('review_entries')
    .addColumn('submissionId', 'text', (column) => column.primaryKey().references('submissions.id'))
    .addColumn('draw', 'integer', (column) => column.notNull())
    .addColumn('sketch', 'text')
    .addColumn('standing', 'text')
    .addColumn('standingEvent', 'integer')
    .execute();
}

async function createDesk(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('review_leases')
    .addColumn('submissionId', 'text', (column) => column.primaryKey().references('submissions.id'))
    .addColumn('holderId', 'text', (column) => column.notNull())
    .addColumn('expiresAt', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('review_notes')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('submissionId', 'text', (column) => column.notNull().references('submissions.id'))
    .addColumn('authorId', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('idempotencyKey', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addUniqueConstraint('review_notes_key', ['authorId', 'idempotencyKey'])
    .execute();
  await db.schema.createIndex('review_notes_submission').on('review_notes').columns(['submissionId', 'at']).execute();
  await db.schema
    .createTable('review_samples')
    .addColumn('cohortId', 'text', (column) => column.primaryKey())
    .addColumn('percent', 'integer', (column) => column.notNull())
    .execute();
}

/** The review desk: decisions of people, the queue, leases, notes, samples, and texts that are alike (docs/decisions/032). */
export const reviews: Migration = {
  async up(db: AnyDb): Promise<void> {
    await createReviews(db);
    await createDesk(db);
    await db.schema
      .createTable('alike_texts')
      .addColumn('submissionId', 'text', (column) => column.notNull().references('submissions.id'))
      .addColumn('otherId', 'text', (column) => column.notNull().references('submissions.id'))
      .addColumn('share', 'double precision', (column) => column.notNull())
      .addColumn('foundAt', 'bigint', (column) => column.notNull())
      .addColumn('dismissedAt', 'bigint')
      .addColumn('dismissedById', 'text')
      .addPrimaryKeyConstraint('alike_texts_pair', ['submissionId', 'otherId'])
      .execute();
    await db.schema.createIndex('alike_texts_other').on('alike_texts').column('otherId').execute();
  },
};
