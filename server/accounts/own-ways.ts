import 'server-only';
import type { OwnWays } from '@/schemas/account';
import type { Actor } from '../actor';
import { database } from '../db/database';
import { hasPassword } from './confirm-self';
import { mailSettings, ssoSettings } from './current-settings';

/** What visitors are told about getting in. */
export function selectWaysIn(): Pick<OwnWays, 'sendsMail' | 'provider' | 'isProviderOnly'> {
  const sso = ssoSettings();
  return { sendsMail: mailSettings() !== null, provider: sso?.name ?? null, isProviderOnly: sso?.isOnly ?? false };
}

/** How the actor can get into their account. */
export async function selectOwnWays(actor: Actor): Promise<OwnWays> {
  const identity = await database()
    .selectFrom('sso_identities')
    .select('linkedAt')
    .where('learnerId', '=', actor.learnerId)
    .orderBy('linkedAt')
    .executeTakeFirst();
  const pending = await database()
    .selectFrom('one_time_links')
    .select('email')
    .where('purpose', '=', 'confirm-email')
    .where('learnerId', '=', actor.learnerId)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', Date.now())
    .executeTakeFirst();
  return {
    ...selectWaysIn(),
    hasPassword: await hasPassword(actor.learnerId),
    isConfirmed: actor.isConfirmed,
    pendingEmail: pending?.email && pending.email !== actor.email ? pending.email : null,
    linkedAt: identity?.linkedAt ?? null,
  };
}
