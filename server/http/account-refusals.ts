import 'server-only';
import { type Reply, refuse, refuseForNow } from './reply';

/** Where passwords are switched off. */
export const refuseSsoOnly = (): Reply =>
  refuse(409, 'sso-only', 'There are no passwords here. Sign in with single sign-on on the account page.');

const REFUSALS = {
  guest: [409, 'Guests have no account yet. Make one on the account page first.', undefined],
  'no-mail': [409, 'This course sends no e-mail. Ask an instructor, or the person who runs it.', undefined],
  confirmed: [409, 'This address is confirmed already. There is nothing to do.', undefined],
  'wrong-password': [403, 'This is not the password of the account. Nothing was changed.', 'password'],
  'stale-session': [
    403,
    'This account has no password. Sign in with single sign-on again, then do this within a quarter of an hour.',
    undefined,
  ],
  'email-taken': [409, 'Another account has this address. Nothing was changed; choose another address.', 'email'],
  'no-sso': [404, 'This course has no single sign-on. Sign in with a password.', undefined],
  'provider-down': [
    503,
    'The sign-in service cannot be reached. Try again in a minute, or sign in with a password.',
    undefined,
  ],
  'last-way': [409, 'It is the only way into this account. Set a password first.', undefined],
  'other-account': [
    403,
    'This link belongs to another account. Sign in to the account that asked for it, then open it again.',
    undefined,
  ],
} as const;

/** What a refusal about one's own account says. `seconds`: to wait, of too-many-tries. */
export function refuseAccount(reason: keyof typeof REFUSALS | 'sso-only' | 'too-many-tries', seconds = 60): Reply {
  if (reason === 'sso-only') return refuseSsoOnly();
  if (reason === 'too-many-tries')
    return refuseForNow(`Too many tries. Wait ${Math.ceil(seconds / 60)} min; nothing was changed.`, seconds);
  const [status, message, path] = REFUSALS[reason];
  return refuse(status, reason, message, path === undefined ? {} : { path });
}
