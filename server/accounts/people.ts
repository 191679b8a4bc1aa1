import 'server-only';
import { type LearnerId, LearnerIdSchema } from '@/schemas/ids';
import type { Outcome } from '@/schemas/outcome';
import { adoptStudySeed } from '../attempts/study-seed';
import { countTry, forgetTries, tryKey } from '../count-try';
import { database } from '../db/database';
import { accounts } from './accounts';
import { ssoSettings } from './current-settings';
import { lookUpSession } from './session';

/** Ten tries in a quarter of an hour for one e-mail address, wherever they come from: a classroom behind one address is not locked out. */
export const SIGN_IN_LIMIT = { tries: 10, windowMs: 15 * 60_000 } as const;

/** Who is signed in now, and the cookies that say so. */
export interface SignedIn {
  readonly learnerId: LearnerId;
  readonly setCookies: readonly string[];
}

interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** The library refuses by throwing an error that carries a code. */
function refusal(error: unknown): string | null {
  if (!(error instanceof Error) || !('body' in error)) return null;
  const { body } = error;
  return typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string'
    ? body.code
    : null;
}

/** Key under which failed sign-ins of an address are counted. */
export function signInKey(email: string): string {
  return tryKey('sign-in', email.toLowerCase());
}

/** What a browser brings when somebody comes in: its live session, if it has one, and what to tell the library. */
interface Browser {
  readonly sessionId: string | null;
  readonly headers: Headers;
}

/**
 * The cookie of a session that has ended is kept from the library: it would take that cookie back after it has set the
 * new one, which bears the same name, and whoever just signed in would be out again.
 */
async function browserOf(headers: Headers): Promise<Browser> {
  const found = await lookUpSession(headers, { renew: false });
  if (found.state === 'live') return { sessionId: found.person.sessionId, headers };
  if (found.state === 'none') return { sessionId: null, headers };
  const { name } = (await (await accounts()).$context).authCookies.sessionToken;
  const kept = (headers.get('cookie') ?? '').split(/;\s*/).filter((pair) => !pair.startsWith(`${name}=`));
  const cleared = new Headers(headers);
  cleared.set('cookie', kept.join('; '));
  return { sessionId: null, headers: cleared };
}

/** A browser has one session: what its cookie said before is worth nothing once it says something else. */
async function endReplaced(sessionId: string | null): Promise<void> {
  if (sessionId) await database().deleteFrom('session').where('id', '=', sessionId).execute();
}

/** Begins a session for somebody whom single sign-on has shown. A guest's work comes along. Answers the cookies. */
export async function enterAs(given: Headers, learnerId: LearnerId): Promise<readonly string[]> {
  const auth = await accounts();
  const { sessionId, headers } = await browserOf(given);
  const { response, headers: reply } = await auth.api.enterAs({
    headers,
    body: { userId: learnerId },
    returnHeaders: true,
  });
  if (!response.isIn) throw new Error(`there is no account ${learnerId}`);
  await adoptStudySeed(learnerId, headers);
  await endReplaced(sessionId);
  return reply.getSetCookie();
}

/** Lets a visitor learn at once: a guest with a session cookie and no password. */
export async function startGuest(given: Headers): Promise<SignedIn> {
  const auth = await accounts();
  const { headers } = await browserOf(given);
  const { response, headers: reply } = await auth.api.signInAnonymous({ headers, returnHeaders: true });
  if (!response) throw new Error('the account library made no guest');
  const learnerId = LearnerIdSchema.parse(response.user.id);
  await adoptStudySeed(learnerId, headers);
  return { learnerId, setCookies: reply.getSetCookie() };
}

/** Makes an account. The work of the guest whose cookie is in `given` moves to it. */
export async function signUp(
  given: Headers,
  { name, email, password }: Credentials & { readonly name: string },
): Promise<Outcome<SignedIn, 'email-taken' | 'sso-only'>> {
  if (ssoSettings()?.isOnly) return { ok: false, reason: 'sso-only' };
  const { sessionId, headers } = await browserOf(given);
  const auth = await accounts();
  try {
    const { response, headers: reply } = await auth.api.signUpEmail({
      headers,
      body: { name, email, password },
      returnHeaders: true,
    });
    const learnerId = LearnerIdSchema.parse(response.user.id);
    await adoptStudySeed(learnerId, headers);
    await endReplaced(sessionId);
    return { ok: true, value: { learnerId, setCookies: reply.getSetCookie() } };
  } catch (error) {
    if (refusal(error)?.startsWith('USER_ALREADY_EXISTS')) return { ok: false, reason: 'email-taken' };
    throw error;
  }
}

/** Signs in. The work of the guest whose cookie is in `given` moves to the account. `detail` of too-many-tries: seconds to wait. */
export async function signIn(
  given: Headers,
  { email, password }: Credentials,
): Promise<Outcome<SignedIn, 'wrong-credentials' | 'too-many-tries' | 'sso-only', number>> {
  if (ssoSettings()?.isOnly) return { ok: false, reason: 'sso-only' };
  const key = signInKey(email);
  const wait = await countTry(key, SIGN_IN_LIMIT);
  if (wait !== null) return { ok: false, reason: 'too-many-tries', detail: wait };
  const auth = await accounts();
  const { sessionId, headers } = await browserOf(given);
  try {
    const { response, headers: reply } = await auth.api.signInEmail({
      headers,
      body: { email, password },
      returnHeaders: true,
    });
    await forgetTries(key);
    await endReplaced(sessionId);
    return {
      ok: true,
      value: { learnerId: LearnerIdSchema.parse(response.user.id), setCookies: reply.getSetCookie() },
    };
  } catch (error) {
    if (refusal(error) === 'INVALID_EMAIL_OR_PASSWORD') return { ok: false, reason: 'wrong-credentials' };
    throw error;
  }
}

/** Whether this is the password of a signed-in account, counted like a try to sign in. `detail`: seconds to wait. */
export async function checkPassword(
  { learnerId, email }: { readonly learnerId: LearnerId; readonly email: string | null },
  password: string,
): Promise<Outcome<null, 'wrong-password' | 'too-many-tries', number>> {
  const wait = await countTry(signInKey(email ?? learnerId), SIGN_IN_LIMIT);
  if (wait !== null) return { ok: false, reason: 'too-many-tries', detail: wait };
  const row = await database()
    .selectFrom('account')
    .select('password')
    .where('userId', '=', learnerId)
    .where('providerId', '=', 'credential')
    .executeTakeFirst();
  const context = await (await accounts()).$context;
  const isRight = row?.password ? await context.password.verify({ hash: row.password, password }) : false;
  return isRight ? { ok: true, value: null } : { ok: false, reason: 'wrong-password' };
}

/** Ends the session on the server and takes the cookie back. */
export async function signOut(headers: Headers): Promise<readonly string[]> {
  const auth = await accounts();
  const { headers: reply } = await auth.api.signOut({ headers, returnHeaders: true });
  return reply.getSetCookie();
}

/** The stored form of a password, as the library checks it. */
export async function hashPassword(password: string): Promise<string> {
  const auth = await accounts();
  const context = await auth.$context;
  return context.password.hash(password);
}
