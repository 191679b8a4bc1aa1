import 'server-only';
import { ownOrigin } from '../accounts/current-settings';
import type { AccountTables } from '../db/account-tables';
import { database } from '../db/database';
import { hashOfToken, newLinkToken } from '../link-token';

/** Long enough to find a password, short enough for a browser that is left standing. */
export const FLOW_MS = 10 * 60_000;

export type Flow = AccountTables['sso_flows'];

/** What the browser holds of a visit under way. */
interface Held {
  readonly id: string;
  readonly returnTo: string;
}

const isSecure = () => ownOrigin().startsWith('https:');
const cookieName = () => (isSecure() ? '__Host-defensible-sso' : 'defensible-sso');

function cookie(value: string, seconds: number): string {
  return `${cookieName()}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${isSecure() ? '; Secure' : ''}`;
}

/** Takes the cookie of a visit back. */
export const endedFlow = (): string => cookie('', 0);

/** A path of ours. Anything else could lead somebody who has just signed in to a page that looks like ours. */
export function safeReturn(path: string): string {
  return /^\/(?![/\\])[\w\-./~%?=&#]*$/.test(path) ? path : '/account';
}

/**
 * Notes a visit. Only the hash of its secret is stored, and where to return to only in the browser: it may be the address of
 * an invitation.
 */
export async function storeFlow(
  flow: Pick<Flow, 'state' | 'nonce' | 'verifier' | 'purpose' | 'learnerId'>,
  returnTo: string,
): Promise<string> {
  const secret = newLinkToken();
  const now = Date.now();
  await database().deleteFrom('sso_flows').where('expiresAt', '<', now).execute();
  await database()
    .insertInto('sso_flows')
    .values({
      ...flow,
      id: hashOfToken(secret),
      expiresAt: now + FLOW_MS,
      issuer: null,
      subject: null,
      name: null,
    })
    .execute();
  return cookie(`${secret}.${Buffer.from(safeReturn(returnTo)).toString('base64url')}`, FLOW_MS / 1_000);
}

/** What the cookie of this browser says about a visit under way. */
export function heldFlow(headers: Headers): Held | null {
  const name = `${cookieName()}=`;
  const pair = (headers.get('cookie') ?? '').split(/;\s*/).find((part) => part.startsWith(name));
  const [secret = '', path = ''] = pair?.slice(name.length).split('.') ?? [];
  if (!secret) return null;
  return { id: hashOfToken(secret), returnTo: safeReturn(Buffer.from(path, 'base64url').toString()) };
}

/** Uses a visit up: the same answer of the provider cannot be brought twice, nor by another browser. */
export async function takeFlow(id: string, state: string): Promise<Flow | null> {
  const flow = await database()
    .deleteFrom('sso_flows')
    .where('id', '=', id)
    .where('state', '=', state)
    .where('subject', 'is', null)
    .where('expiresAt', '>', Date.now())
    .returningAll()
    .executeTakeFirst();
  return flow ?? null;
}

/** Keeps who the provider said somebody is, until they have chosen what that is to mean here. */
export async function keepAnswer(flow: Flow, answer: { issuer: string; subject: string; name: string }): Promise<void> {
  await database()
    .insertInto('sso_flows')
    .values({ ...flow, ...answer, expiresAt: Date.now() + FLOW_MS })
    .execute();
}

/** Who waits to choose in this browser, or null. Looking uses nothing up. */
export async function selectAnswer(headers: Headers): Promise<Flow | null> {
  const held = heldFlow(headers);
  if (!held) return null;
  const flow = await database()
    .selectFrom('sso_flows')
    .selectAll()
    .where('id', '=', held.id)
    .where('subject', 'is not', null)
    .where('expiresAt', '>', Date.now())
    .executeTakeFirst();
  return flow ?? null;
}

/** Uses the kept answer up. */
export async function takeAnswer(headers: Headers): Promise<Flow | null> {
  const held = heldFlow(headers);
  if (!held) return null;
  const flow = await database()
    .deleteFrom('sso_flows')
    .where('id', '=', held.id)
    .where('subject', 'is not', null)
    .where('expiresAt', '>', Date.now())
    .returningAll()
    .executeTakeFirst();
  return flow ?? null;
}
