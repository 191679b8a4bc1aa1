import 'server-only';
import type { Kysely, Migration } from 'kysely';

type AnyDb = Kysely<unknown>;

/** Links that carry an address, identities at a provider of single sign-on, and visits to it under way. */
export const accounts: Migration = {
  async up(db: AnyDb): Promise<void> {
    await db.schema.alterTable('one_time_links').addColumn('email', 'text').execute();
    await db.schema
      .createTable('sso_identities')
      .addColumn('issuer', 'text', (column) => column.notNull())
      .addColumn('subject', 'text', (column) => column.notNull())
      .addColumn('learnerId', 'text', (column) => column.notNull().references('learners.id'))
      .addColumn('linkedAt', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('sso_identities_key', ['issuer', 'subject'])
      .execute();
    await db.schema.createIndex('sso_identities_learner').on('sso_identities').column('learnerId').execute();
    await db.schema
      .createTable('sso_flows')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('nonce', 'text', (column) => column.notNull())
      .addColumn('verifier', 'text', (column) => column.notNull())
      .addColumn('purpose', 'text', (column) => column.notNull())
      .addColumn('learnerId', 'text', (column) => column.references('learners.id'))
      .addColumn('expiresAt', 'bigint', (column) => column.notNull())
      .addColumn('issuer', 'text')
      .addColumn('subject', 'text')
      .addColumn('name', 'text')
      .execute();
    await db.schema.createIndex('sso_flows_expiry').on('sso_flows').column('expiresAt').execute();
  },
};
