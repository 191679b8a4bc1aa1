import 'server-only';
import { type Reply, refuse } from './reply';

const REFUSALS = {
  'unknown-target': [404, 'There is no such criterion or answer of yours. Load the page again and choose there.'],
  'not-in-text': [
    422,
    'This sentence is not in the draft any more. Load the page again and choose the sentence there.',
  ],
  'nothing-to-appeal': [409, 'It counts in full already, so there is nothing to appeal against. Load the page again.'],
  'nobody-rules': [
    409,
    'Your cohort is closed, so nobody is there to rule. Ask whoever ran it, or join a cohort that is open.',
  ],
  'already-open': [
    409,
    'An appeal about this is open already. Withdraw it first if you want to say it differently, or wait for the ruling.',
  ],
  'already-ruled': [409, 'Somebody has ruled on it meanwhile. Load the page again and read what they say.'],
  'unknown-appeal': [404, 'There is no such appeal here. Go back to the list and load it again.'],
  'already-closed': [
    409,
    'This appeal is closed: its learner withdrew it, or somebody else ruled. What you typed is still here; load the page again.',
  ],
  taken: [
    409,
    'Somebody else has this draft open, so nothing is stored. What you typed is still here: wait until they leave.',
  ],
  'changed-since': [
    409,
    'The grade was changed since you opened this page, so nothing is stored. What you typed is still here: copy what you need, load the page again and rule on the level that counts now.',
  ],
  'no-grade': [409, 'There is no grade or score to rule on. Load the page again.'],
  'own-level': [
    403,
    'You set this level, so somebody else rules on the appeal. Leave it to another reviewer or instructor.',
  ],
  'not-higher': [
    422,
    'An appeal can raise a level and never lower it. Choose a higher level, or reject the appeal and say why.',
  ],
} as const;

/** A refusal about an appeal in words. */
export function refuseAppeal(reason: keyof typeof REFUSALS): Reply {
  const [status, message] = REFUSALS[reason];
  return refuse(status, reason, message);
}
