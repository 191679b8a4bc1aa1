import 'server-only';
import { type Reply, refuse } from './reply';

const REFUSALS = {
  'unknown-regrade': [404, 'There is no such regrade here. Go back to the list and load it again.'],
  'unknown-line': [404, 'This draft is not in the preview any more. Load the page again.'],
  'stale-preview': [
    409,
    'Somebody changed this preview since you opened the page, so nothing was done. Load it again and look at what it would do now.',
  ],
  'content-changed': [
    409,
    'Rubrics or grader changed since this preview was made, so nothing was applied. Make a new preview and apply that.',
  ],
  'not-now': [409, 'That cannot be done in the state that it is in now. Load the page again.'],
} as const;

/** A refusal about a regrade in words. */
export function refuseRegrade(reason: keyof typeof REFUSALS): Reply {
  const [status, message] = REFUSALS[reason];
  return refuse(status, reason, message);
}
