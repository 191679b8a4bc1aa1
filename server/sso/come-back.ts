import 'server-only';
import {
  AuthorizationResponseError,
  authorizationCodeGrant,
  ClientError,
  fetchUserInfo,
  ResponseBodyError,
} from 'openid-client';
import { z } from 'zod';
import type { LearnerId } from '@/schemas/ids';
import type { Outcome } from '@/schemas/outcome';
import type { SsoSettings } from '../accounts/account-settings';
import { ssoSettings } from '../accounts/current-settings';
import { enterAs } from '../accounts/people';
import { lookUpSession } from '../accounts/session';
import { requireActor } from '../actor';
import { database } from '../db/database';
import { logInfo } from '../log';
import { redirectUri } from './begin';
import { endedFlow, type Flow, heldFlow, keepAnswer, takeAnswer, takeFlow } from './flows';
import { createBySso, findByIdentity, type Identity, isAddressTaken, linkIdentity, type Profile } from './identities';
import { openProvider, ProviderDown } from './provider';

/** Why somebody who comes back from the provider is not in. The account page has a sentence for each. */
export type SsoProblem =
  | 'no-sso'
  | 'stale'
  | 'refused'
  | 'invalid'
  | 'provider-down'
  | 'other-account'
  | 'identity-taken';

/** Where the browser goes next. */
export interface Arrival {
  readonly location: string;
  readonly setCookies: readonly string[];
}

const ClaimsSchema = z.object({
  iss: z.string().min(1).max(500),
  sub: z.string().min(1).max(255),
  email: z.email().max(254).optional().catch(undefined),
  email_verified: z.boolean().optional().catch(undefined),
  name: z.string().optional().catch(undefined),
  preferred_username: z.string().optional().catch(undefined),
});

function toProfile(claims: z.infer<typeof ClaimsSchema>): Profile {
  const name = (claims.name || claims.preferred_username || claims.email?.split('@')[0] || 'New account')
    .replace(/\p{Cc}/gu, ' ')
    .trim();
  return {
    name: name.slice(0, 120) || 'New account',
    email: claims.email?.toLowerCase() ?? null,
    isConfirmed: claims.email_verified === true,
  };
}

type Told = Readonly<Record<string, unknown>>;

/** Trades the code for an ID token and checks it: state, nonce, issuer, audience, times and signature. */
async function askProvider(settings: SsoSettings, url: string, flow: Flow): Promise<Told | SsoProblem> {
  const back = new URL(redirectUri());
  back.search = new URL(url, 'http://localhost').search;
  try {
    const provider = await openProvider(settings);
    const tokens = await authorizationCodeGrant(provider, back, {
      expectedState: flow.state,
      expectedNonce: flow.nonce,
      pkceCodeVerifier: flow.verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims) return 'invalid';
    // With a code, name and address come from the userinfo endpoint unless the provider repeats them (Core 1.0, 5.4).
    if (claims.email !== undefined || !provider.serverMetadata().userinfo_endpoint) return claims;
    const info = await fetchUserInfo(provider, tokens.access_token, claims.sub);
    return { ...info, ...claims };
  } catch (error) {
    const problem = problemOf(error);
    logInfo('sso-refused', { problem, why: error instanceof Error ? error.message : 'unknown' });
    return problem;
  }
}

function problemOf(error: unknown): SsoProblem {
  if (error instanceof ProviderDown) return 'provider-down';
  if (error instanceof AuthorizationResponseError) return 'refused';
  if (error instanceof ResponseBodyError) return 'invalid';
  // fetch rejects with a TypeError, a timeout with a DOMException; openid-client wraps its own checks.
  const code = error instanceof ClientError ? error.code : undefined;
  if (code === 'OAUTH_TIMEOUT' || (error instanceof TypeError && /fetch/.test(error.message))) return 'provider-down';
  return 'invalid';
}

const problem = (reason: SsoProblem): Arrival => ({ location: `/account?sso=${reason}`, setCookies: [endedFlow()] });

async function finishLink(headers: Headers, flow: Flow, identity: Identity): Promise<Arrival> {
  const session = await lookUpSession(headers, { renew: false });
  if (session.state !== 'live' || session.person.learnerId !== flow.learnerId) return problem('other-account');
  const { actor } = await requireActor(new Request('http://localhost/', { headers }));
  const linked = await linkIdentity(actor, identity);
  if (!linked.ok) return problem(linked.reason);
  return { location: '/account?sso=linked', setCookies: [endedFlow()] };
}

async function arrive(headers: Headers, learnerId: LearnerId, location: string): Promise<Arrival> {
  const entered = await enterAs(headers, learnerId);
  return { location, setCookies: [...entered, endedFlow()] };
}

/**
 * Ends a visit to the provider: signs the person in by issuer and subject, makes their account, or connects the one that
 * asked. An address that the provider names opens no account and merges none: where it is another account's, the person
 * is asked (decision 034).
 */
export async function comeBack(headers: Headers, url: string): Promise<Arrival> {
  const settings = ssoSettings();
  if (!settings) return problem('no-sso');
  const held = heldFlow(headers);
  const flow = held && (await takeFlow(held.id, new URL(url, 'http://localhost').searchParams.get('state') ?? ''));
  if (!held || !flow) return problem('stale');
  const told = await askProvider(settings, url, flow);
  if (typeof told === 'string') return problem(told);
  const claims = ClaimsSchema.safeParse(told);
  if (!claims.success) return problem('invalid');
  const identity = { issuer: claims.data.iss, subject: claims.data.sub };
  if (flow.purpose === 'link') return finishLink(headers, flow, identity);
  const profile = toProfile(claims.data);
  const known = await findByIdentity(database(), identity);
  if (known) return arrive(headers, known, held.returnTo);
  if (profile.email && (await isAddressTaken(profile.email))) {
    await keepAnswer(flow, { ...identity, name: profile.name });
    return { location: '/account/address-taken', setCookies: [] };
  }
  return arrive(headers, await createBySso(identity, profile), held.returnTo);
}

/** Makes an account of their own, without an address, for somebody whose address is another account's and who says so. */
export async function goOnWithoutAddress(headers: Headers): Promise<Outcome<Arrival, 'stale'>> {
  const held = heldFlow(headers);
  const flow = await takeAnswer(headers);
  if (!held || !flow?.issuer || !flow.subject || !ssoSettings()) return { ok: false, reason: 'stale' };
  const identity = { issuer: flow.issuer, subject: flow.subject };
  const learnerId = await createBySso(identity, { name: flow.name ?? 'New account', email: null, isConfirmed: false });
  return { ok: true, value: await arrive(headers, learnerId, held.returnTo) };
}
