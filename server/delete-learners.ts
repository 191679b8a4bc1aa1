import 'server-only';
import { forgetAppeals } from './appeals/forget-appeals';
import type { Tx } from './db/open-database';

/** Every table that says in a column `learnerId` whose row it is, those first that point at others of them. */
export const TABLES_OF_LEARNER = [
  'appeals',
  'quiz_attempts',
  'twist_rounds',
  'rebuttals',
  'contrary_openings',
  'submissions',
  'attempts',
  'lesson_reads',
  'drafts',
  'draft_conflicts',
  'learner_items',
  'learner_exercises',
  'preferences',
  'opinion_choices',
  'hint_uses',
  'path_choices',
  'placements',
  'problem_reports',
  'recall_logs',
  'recall_cards',
  'recall_states',
  'decision_looks',
  'decision_conflicts',
  'decisions',
  'certificates',
  'notices',
  'invite_uses',
  'assignment_extensions',
  'calendar_feeds',
  'letter_parts',
  'letters',
  'live_votes',
  'calibration_marks',
  'calibration_rounds',
  'owners',
  'enrolments',
  'one_time_links',
  'previews',
  'sso_identities',
  'sso_flows',
] as const;

/** In whose place one of these people looked at the course: it is gone with them. */
async function withPreviews(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.selectFrom('previews').select('learnerId').where('ownerId', 'in', ids).execute();
  return [...ids, ...rows.map(({ learnerId }) => learnerId)];
}

/** Removes people with all their work: guests who stayed away, the demo cohort, and whoever deletes themselves. */
export async function deleteLearners(tx: Tx, people: readonly string[]): Promise<void> {
  const ids = await withPreviews(tx, people);
  const attempts = tx.selectFrom('quiz_attempts').select('id').where('learnerId', 'in', ids);
  const submissions = tx.selectFrom('submissions').select('id').where('learnerId', 'in', ids);
  await tx.deleteFrom('item_responses').where('attemptId', 'in', attempts).execute();
  await tx.deleteFrom('opinions').where('submissionId', 'in', submissions).execute();
  await tx.deleteFrom('predictions').where('submissionId', 'in', submissions).execute();
  for (const table of ['reviews', 'review_entries', 'review_leases', 'review_notes'] as const)
    await tx.deleteFrom(table).where('submissionId', 'in', submissions).execute();
  await tx.deleteFrom('alike_texts').where('submissionId', 'in', submissions).execute();
  await tx.deleteFrom('alike_texts').where('otherId', 'in', submissions).execute();
  await tx.deleteFrom('review_leases').where('holderId', 'in', ids).execute();
  const appeals = await tx.selectFrom('appeals').select('id').where('learnerId', 'in', ids).execute();
  await forgetAppeals(
    tx,
    appeals.map(({ id }) => id),
  );
  await tx.deleteFrom('regrade_lines').where('submissionId', 'in', submissions).execute();
  await tx.deleteFrom('grade_events').where('submissionId', 'in', submissions).execute();
  await tx.deleteFrom('grade_criteria').where('submissionId', 'in', submissions).execute();
  await tx.deleteFrom('grade_beliefs').where('submissionId', 'in', submissions).execute();
  await tx.deleteFrom('grades').where('submissionId', 'in', submissions).execute();
  // An invitation to somebody's address is about them, whoever made it.
  const addresses = tx.selectFrom('user').select('email').where('id', 'in', ids);
  const invites = tx.selectFrom('invites').select('id').where('email', 'in', addresses);
  await tx.deleteFrom('invite_uses').where('inviteId', 'in', invites).execute();
  await tx.deleteFrom('invites').where('email', 'in', addresses).execute();
  for (const table of TABLES_OF_LEARNER) await tx.deleteFrom(table).where('learnerId', 'in', ids).execute();
  await tx.deleteFrom('learners').where('id', 'in', ids).execute();
  // Sessions of a user go with the user.
  await tx.deleteFrom('user').where('id', 'in', ids).execute();
}
