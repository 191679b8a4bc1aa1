import { changePassword } from '@/server/accounts/change-password';
import { askToConfirm, changeEmail, confirmEmail } from '@/server/accounts/confirm-email';
import { confirmSelf } from '@/server/accounts/confirm-self';
import { selectOwnWays } from '@/server/accounts/own-ways';
import { endOtherSessions, endSession, selectSessions } from '@/server/accounts/sessions';
import type { Actor } from '@/server/actor';
import { beginLink } from '@/server/sso/begin';
import { linkIdentity, unlinkIdentity } from '@/server/sso/identities';
import { PASSWORD } from '../people';
import { CONFIRMATION, IDENTITY } from './disputes';
import { ACCOUNTS, except, HERS, OWN, type Table } from './table';
import type { World } from './world';

/** The cookies of whoever asks. */
const headersOf = ({ learnerId }: Actor, w: World): Headers =>
  Object.values(w.people).find(({ actor }) => actor.learnerId === learnerId)?.headers ?? new Headers();
const NEW_ADDRESS = { email: 'new@example.org', password: PASSWORD };
/** No mail goes out and there is no provider here; tests/integration/accounts.test.ts and sso.test.ts have both. */
const NOT_HERE = except('refused', {});
/** It is the learner's, which others are told without a word about whose it is. */
const HERS_SAID = except('refused', { learner: 'yes' });

/** Passwords, addresses, sessions and single sign-on. */
export const ENTERING: Table = {
  'accounts/change-password#changePassword': [
    ACCOUNTS,
    (actor, w) => changePassword(actor, headersOf(actor, w), { current: PASSWORD, next: 'another battery staple' }),
  ],
  'accounts/confirm-email#askToConfirm': [NOT_HERE, (actor) => askToConfirm(actor)],
  'accounts/confirm-email#changeEmail': [NOT_HERE, (actor) => changeEmail(actor, NEW_ADDRESS)],
  'accounts/confirm-email#confirmEmail': [HERS_SAID, (actor) => confirmEmail(actor, CONFIRMATION)],
  'accounts/confirm-self#confirmSelf': [OWN, (actor) => confirmSelf(actor, PASSWORD)],
  'accounts/own-ways#selectOwnWays': [OWN, (actor) => selectOwnWays(actor)],
  'accounts/sessions#selectSessions': [OWN, (actor) => selectSessions(actor)],
  'accounts/sessions#endSession': [HERS, (actor, w) => endSession(actor, w.people.learner.actor.sessionId)],
  'accounts/sessions#endOtherSessions': [OWN, (actor) => endOtherSessions(actor)],
  'sso/begin#beginLink': [NOT_HERE, (actor) => beginLink(actor)],
  'sso/identities#linkIdentity': [HERS_SAID, (actor) => linkIdentity(actor, IDENTITY)],
  'sso/identities#unlinkIdentity': [ACCOUNTS, (actor) => unlinkIdentity(actor)],
};
