import 'server-only';
import type { Outcome } from '@/schemas/outcome';
import type { Actor } from '../actor';
import { forgetTries } from '../count-try';
import { database } from '../db/database';
import { accounts } from './accounts';
import { ssoSettings } from './current-settings';
import { checkPassword, signInKey } from './people';

interface Passwords {
  readonly current: string;
  readonly next: string;
}

/**
 * Sets another password. Every session of the account ends, and this browser gets a new one. Links to a new password that
 * were sent before open nothing any more. `detail` of too-many-tries: seconds to wait.
 */
export async function changePassword(
  actor: Actor,
  headers: Headers,
  { current, next }: Passwords,
): Promise<
  Outcome<{ setCookies: readonly string[] }, 'guest' | 'sso-only' | 'wrong-password' | 'too-many-tries', number>
> {
  if (actor.isGuest) return { ok: false, reason: 'guest' };
  if (ssoSettings()?.isOnly) return { ok: false, reason: 'sso-only' };
  const checked = await checkPassword(actor, current);
  if (!checked.ok) return checked;
  const auth = await accounts();
  const { headers: reply } = await auth.api.changePassword({
    headers,
    body: { currentPassword: current, newPassword: next, revokeOtherSessions: true },
    returnHeaders: true,
  });
  await database()
    .updateTable('one_time_links')
    .set({ expiresAt: Date.now() })
    .where('purpose', '=', 'reset-password')
    .where('learnerId', '=', actor.learnerId)
    .where('usedAt', 'is', null)
    .execute();
  await forgetTries(signInKey(actor.email ?? actor.learnerId));
  return { ok: true, value: { setCookies: reply.getSetCookie() } };
}
