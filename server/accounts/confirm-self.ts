import 'server-only';
import type { LearnerId } from '@/schemas/ids';
import type { Outcome } from '@/schemas/outcome';
import type { Actor } from '../actor';
import { database } from '../db/database';
import { checkPassword } from './people';

/** Who has no password shows who they are by having signed in a moment ago. */
const FRESH_MS = 15 * 60_000;

export async function hasPassword(learnerId: LearnerId): Promise<boolean> {
  const row = await database()
    .selectFrom('account')
    .select('id')
    .where('userId', '=', learnerId)
    .where('providerId', '=', 'credential')
    .where('password', 'is not', null)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Before what a borrowed browser must not do: the password once more, or, for an account that has none, a session that has
 * just begun. `detail` of too-many-tries: seconds to wait.
 */
export async function confirmSelf(
  actor: Actor,
  password: string | null,
): Promise<Outcome<null, 'wrong-password' | 'too-many-tries' | 'stale-session', number>> {
  if (await hasPassword(actor.learnerId)) return checkPassword(actor, password ?? '');
  const isFresh = Date.now() - actor.sessionStartedAt < FRESH_MS;
  return isFresh ? { ok: true, value: null } : { ok: false, reason: 'stale-session' };
}
