import 'server-only';
import type { InviteRefusal } from '../invites/invites';

/** Why a cohort takes nobody in, for every handler that would. */
export const INVITE_REFUSALS: Readonly<Record<InviteRefusal, readonly [number, string]>> = {
  'unknown-cohort': [404, 'There is no such cohort any more. Go back to the list.'],
  archived: [409, 'An archived cohort takes nobody in. An owner can restore it.'],
  everybody: [
    409,
    'Everybody is in this cohort from their first visit on: give them the address of the course. Other roles can be invited.',
  ],
  demo: [409, 'Nobody is invited into the demo cohort: what they did would vanish with it.'],
};
