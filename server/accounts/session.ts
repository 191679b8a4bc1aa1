import 'server-only';
import { type LearnerId, LearnerIdSchema } from '@/schemas/ids';
import { accounts } from './accounts';

export interface SessionPerson {
  readonly learnerId: LearnerId;
  readonly name: string;
  readonly email: string | null;
  readonly isGuest: boolean;
}

export type SessionLookup =
  | { readonly state: 'live'; readonly person: SessionPerson; readonly setCookies: readonly string[] }
  | { readonly state: 'none' }
  /** A cookie came, but its session is over: expired, signed out elsewhere, or reset. */
  | { readonly state: 'expired' };

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
  const { id, name, email, isAnonymous } = response.user;
  const isGuest = isAnonymous === true;
  return {
    state: 'live',
    person: { learnerId: LearnerIdSchema.parse(id), name, email: isGuest ? null : email, isGuest },
    setCookies: reply.getSetCookie(),
  };
}
