import 'server-only';
import type { Kysely, Migration } from 'kysely';

type AnyDb = Kysely<unknown>;

async function createInvites(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('invites')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('tokenHash', 'text', (column) => column.notNull().unique())
    .addColumn('cohortId', 'text', (column) => column.notNull().references('cohorts.id'))
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('label', 'text', (column) => column.notNull())
    .addColumn('email', 'text')
    .addColumn('name', 'text')
    .addColumn('createdById', 'text', (column) => column.notNull())
    .addColumn('createdAt', 'bigint', (column) => column.notNull())
    .addColumn('expiresAt', 'bigint', (column) => column.notNull())
    .addColumn('maxUses', 'integer', (column) => column.notNull())
    .addColumn('uses', 'integer', (column) => column.notNull())
    .addColumn('revokedAt', 'bigint')
    .execute();
  await db.schema.createIndex('invites_cohort').on('invites').columns(['cohortId', 'createdAt']).execute();
  await db.schema.createIndex('invites_email').on('invites').column('email').execute();
}

/** Invitations, and the order in which the record of acts is read. */
export const people: Migration = {
  async up(db: AnyDb): Promise<void> {
    await createInvites(db);
    await db.schema
      .createTable('invite_uses')
      .addColumn('inviteId', 'text', (column) => column.notNull().references('invites.id'))
      .addColumn('learnerId', 'text', (column) => column.notNull().references('learners.id'))
      .addColumn('usedAt', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('invite_uses_pk', ['inviteId', 'learnerId'])
      .execute();
    await db.schema.createIndex('invite_uses_learner').on('invite_uses').column('learnerId').execute();
    await db.schema.createIndex('audit_entries_when').on('audit_entries').columns(['at', 'id']).execute();
  },
};
