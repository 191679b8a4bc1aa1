import 'server-only';
import { type Reply, refuse } from './reply';

const REFUSALS = {
  'unknown-submission': [404, 'There is no such draft in this cohort. Go back to the queue.'],
  taken: [
    409,
    'Somebody else has this draft open, so nothing is stored. What you typed is still here: wait until they leave, or go on with the next one.',
  ],
  'changed-since': [
    409,
    'The grade was changed since you opened this page, so nothing is stored. What you typed is still here: copy what you need, load the page again and decide on the grade that counts now.',
  ],
  'no-grade': [409, 'This draft waits for its grade. Try again in a minute.'],
  'unknown-criterion': [
    422,
    'One of these criteria is not in the rubric by which this draft was graded. Load the page again.',
  ],
  'key-reused': [409, 'This key was used for another decision. Load the page again and decide there.'],
  'nothing-decided': [409, 'There is no decision to take back: somebody has done it already. Load the page again.'],
  'not-yours': [
    403,
    'Only the person who decided, or an instructor of the cohort, can take a decision back. Ask one of them.',
  ],
} as const;

const CHANGED_SINCE_DECISION =
  'The grade was changed after this decision, by a regrade, a ruling or its undoing. Taking the decision back now would undo that as well, so nothing is changed. Open the draft: its history says what happened, and you can decide anew on the grade that counts now.';

/** The same for taking a decision back, where nothing was typed and loading the page again would not help. */
export function refuseUndo(reason: keyof typeof REFUSALS): Reply {
  if (reason !== 'changed-since') return refuseReview(reason);
  return refuse(409, reason, CHANGED_SINCE_DECISION);
}

/** A refusal of the review desk in words. */
export function refuseReview(reason: keyof typeof REFUSALS, more: { body?: object } = {}): Reply {
  const [status, message] = REFUSALS[reason];
  return refuse(status, reason, message, more);
}
