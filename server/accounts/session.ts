import 'server-only';
import { type LearnerId, LearnerIdSchema } from '@/schemas/ids';
import { database } from '../db/database';
import { accounts } from './accounts';
import { shownAddress, toInstant } from './addresses';

export interface SessionPerson {
  readonly learnerId: LearnerId;
  readonly name: string;
  readonly email: string | null;
  readonly isGuest: boolean;
  /** Whether a link sent to the address was used, or the provider of single sign-on vouches for it. */
  readonly isConfirmed: boolean;
  readonly sessionId: string;
  readonly sessionStartedAt: number;
}

export type SessionLookup =
  | { readonly state: 'live'; readonly person: SessionPerson; readonly setCookies: readonly string[] }
  | { readonly state: 'none' }
  /** A cookie came, but its session is over: expired, signed out elsewhere, or reset. */
  | { readonly state: 'expired' };

/** "Last seen" is true to the hour; a write with every page would cost more than it tells. */
const NOTE_EVERY_MS = 3_600_000;

/** Notes that a session was in use. */
async function noteSession(id: string, seenAt: number, now = Date.now()): Promise<void> {
  if (now - seenAt < NOTE_EVERY_MS) return;
  await database()
    .updateTable('session')
    .set({ updatedAt: new Date(now).toISOString() })
    .where('id', '=', id)
    .execute();
}

/** Who the cookies speak for. With `renew` a session in use is prolonged, and its new cookie is in `setCookies`. */
export async function lookUpSession(headers: Headers, { renew }: { renew: boolean }): Promise<SessionLookup> {
  const auth = await accounts();
  const cookies = headers.get('cookie') ?? '';
  const context = await auth.$context;
  if (!cookies.includes(`${context.authCookies.sessionToken.name}=`)) return { state: 'none' };
  const { response, headers: reply } = await auth.api.getSession({
    headers,
    query: { disableRefresh: !renew },
    returnHeaders: true,
  });
  if (!response) return { state: 'expired' };
  const { id, name, email, isAnonymous, emailVerified } = response.user;
  const { id: sessionId, createdAt, updatedAt } = response.session;
  await noteSession(sessionId, toInstant(updatedAt));
  const isGuest = isAnonymous === true;
  return {
    state: 'live',
    person: {
      learnerId: LearnerIdSchema.parse(id),
      name,
      email: isGuest ? null : shownAddress(email),
      isGuest,
      isConfirmed: emailVerified,
      sessionId,
      sessionStartedAt: toInstant(createdAt),
    },
    setCookies: reply.getSetCookie(),
  };
}
