import 'server-only';
import { type Reply, refuse } from '../http/reply';
import { MOST_ASSIGNMENTS } from './desk';

const WORDS = {
  'nothing-asked': [
    422,
    'Nothing that the course has is chosen. Choose a path, a module with lessons, or an exercise.',
  ],
  'due-before-open': [422, 'It would be due before it opens. Choose a later date, or an earlier opening.'],
  'unknown-cohort': [404, 'There is no such cohort any more. Load the list of cohorts again.'],
  archived: [409, 'The cohort is archived, and nothing new happens in it. Restore it first.'],
  'too-many': [409, `A cohort has at most ${MOST_ASSIGNMENTS} assignments. Change one of them instead.`],
  'key-reused': [409, 'This key was used for another assignment. Load the page again and try there.'],
  'unknown-assignment': [404, 'There is no such assignment in this cohort any more. Load the list again.'],
  'changed-since': [
    409,
    'Somebody has changed this assignment since you opened it. Load the page again and look at it.',
  ],
  'unknown-learner': [404, 'Nobody of that kind learns in this cohort any more. Load the page again.'],
  'not-later': [422, 'An extension must end after the date of the cohort. Choose a later one.'],
} as const satisfies Record<string, readonly [number, string]>;

/** The sentence for each refusal about assignments. */
export function refuseAssignment(reason: keyof typeof WORDS): Reply {
  const [status, message] = WORDS[reason];
  const path = { 'due-before-open': 'plan.dueAt', 'not-later': 'dueAt', 'nothing-asked': 'plan.target' } as const;
  return refuse(status, reason, message, reason in path ? { path: path[reason as keyof typeof path] } : {});
}
