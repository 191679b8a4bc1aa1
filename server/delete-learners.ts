import 'server-only';
import type { Tx } from './db/open-database';

/** Removes people with all their work. Only for guests who stayed away and for the demo cohort. */
export async function deleteLearners(tx: Tx, ids: readonly string[]): Promise<void> {
  const attempts = tx.selectFrom('quiz_attempts').select('id').where('learnerId', 'in', ids);
  const submissions = tx.selectFrom('submissions').select('id').where('learnerId', 'in', ids);
  await tx.deleteFrom('item_responses').where('attemptId', 'in', attempts).execute();
  await tx.deleteFrom('opinions').where('submissionId', 'in', submissions).execute();
  await tx.deleteFrom('predictions').where('submissionId', 'in', submissions).execute();
  await tx.deleteFrom('grades').where('submissionId', 'in', submissions).execute();
  const ofLearner = [
    'quiz_attempts',
    'twist_rounds',
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
    'recall_logs',
    'recall_cards',
    'recall_states',
    'certificates',
    'enrolments',
    'one_time_links',
  ] as const;
  for (const table of ofLearner) await tx.deleteFrom(table).where('learnerId', 'in', ids).execute();
  await tx.deleteFrom('learners').where('id', 'in', ids).execute();
  // Sessions of a user go with the user.
  await tx.deleteFrom('user').where('id', 'in', ids).execute();
}
