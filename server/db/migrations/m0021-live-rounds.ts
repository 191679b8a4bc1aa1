import 'server-only';
import type { Kysely, Migration } from 'kysely';

/** Rounds that a team decides together, with their votes (docs/decisions/036). */
export const liveRounds: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('live_rounds')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('cohortId', 'text', (column) => column.notNull().references('cohorts.id'))
      .addColumn('scenarioId', 'text', (column) => column.notNull())
      .addColumn('code', 'text', (column) => column.notNull().unique())
      .addColumn('openKey', 'text', (column) => column.unique())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('phase', 'text', (column) => column.notNull())
      .addColumn('endsAt', 'bigint')
      .addColumn('shown', 'text')
      .addColumn('openedById', 'text', (column) => column.notNull())
      .addColumn('openedAt', 'bigint', (column) => column.notNull())
      .addColumn('closedAt', 'bigint')
      .execute();
    await db.schema.createIndex('live_rounds_cohort').on('live_rounds').column('cohortId').execute();
    await db.schema
      .createTable('live_votes')
      .addColumn('roundId', 'text', (column) => column.notNull().references('live_rounds.id'))
      .addColumn('learnerId', 'text', (column) => column.notNull().references('learners.id'))
      .addColumn('pass', 'text', (column) => column.notNull())
      .addColumn('vote', 'text', (column) => column.notNull())
      .addColumn('votedAt', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('live_votes_one', ['roundId', 'learnerId', 'pass'])
      .execute();
    await db.schema.createIndex('live_votes_learner').on('live_votes').column('learnerId').execute();
  },
};
