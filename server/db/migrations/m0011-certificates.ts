import 'server-only';
import type { Kysely, Migration } from 'kysely';

/** Certificates: a snapshot of what was shown, readable by whoever has its link until it is revoked. */
export const certificates: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('certificates')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('learnerId', 'text', (column) => column.notNull().references('learners.id'))
      .addColumn('token', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('body', 'text', (column) => column.notNull())
      .addColumn('issuedAt', 'bigint', (column) => column.notNull())
      .addColumn('revokedAt', 'bigint')
      .addUniqueConstraint('certificates_token', ['token'])
      .execute();
    await db.schema.createIndex('certificates_learner').on('certificates').column('learnerId').execute();
  },
};
