import type { Kysely, Migration } from 'kysely';

/**
 * Indexes for what a request reads, and for what the database itself reads when a row is deleted that others point at.
 * Without them each of these grew with everybody's rows (tests/integration/growth.test.ts).
 */
const INDEXES: readonly (readonly [name: string, table: string, columns: readonly string[]])[] = [
  ['calibration_marks_learner', 'calibration_marks', ['learnerId', 'markedAt']],
  ['one_time_links_learner', 'one_time_links', ['learnerId', 'purpose']],
  ['decision_looks_learner', 'decision_looks', ['learnerId']],
  ['decision_conflicts_learner', 'decision_conflicts', ['learnerId', 'keptAt']],
  ['sso_flows_learner', 'sso_flows', ['learnerId']],
  ['learners_merged', 'learners', ['mergedInto']],
  ['appeals_attempt', 'appeals', ['attemptId']],
  ['review_leases_holder', 'review_leases', ['holderId']],
  ['review_leases_expiry', 'review_leases', ['expiresAt']],
  ['alike_texts_open', 'alike_texts', ['dismissedAt', 'submissionId']],
  ['audit_entries_kind', 'audit_entries', ['act', 'cohortId']],
  ['jobs_failed', 'jobs', ['cohortId', 'failedAt']],
];

async function up(db: Kysely<unknown>): Promise<void> {
  for (const [name, table, columns] of INDEXES)
    await db.schema
      .createIndex(name)
      .on(table)
      .columns([...columns])
      .execute();
}

export const growthIndexes: Migration = { up };
