import 'server-only';
import {
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import type { Outcome } from '@/schemas/outcome';
import { ownOrigin, ssoSettings } from '../accounts/current-settings';
import type { Actor } from '../actor';
import { logError } from '../log';
import { storeFlow } from './flows';
import { openProvider, ProviderDown, SEND_MS } from './provider';

export const CALLBACK = '/api/auth/sso/callback';
export const redirectUri = (): string => `${ownOrigin()}${CALLBACK}`;

/** Where the browser goes, and the cookie that it must bring back. */
export interface Visit {
  readonly url: string;
  readonly setCookies: readonly string[];
}
type Refusal = 'no-sso' | 'provider-down';

async function begin(
  purpose: 'sign-in' | 'link',
  learnerId: string | null,
  returnTo: string,
): Promise<Outcome<Visit, Refusal>> {
  const settings = ssoSettings();
  if (!settings) return { ok: false, reason: 'no-sso' };
  try {
    const provider = await openProvider(settings, SEND_MS);
    const [state, nonce, verifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()];
    const url = buildAuthorizationUrl(provider, {
      redirect_uri: redirectUri(),
      scope: 'openid email profile',
      code_challenge: await calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    });
    const setCookie = await storeFlow({ state, nonce, verifier, purpose, learnerId }, returnTo);
    return { ok: true, value: { url: url.href, setCookies: [setCookie] } };
  } catch (error) {
    if (!(error instanceof ProviderDown)) throw error;
    logError('sso-provider-down', error.cause ?? error);
    return { ok: false, reason: 'provider-down' };
  }
}

/** Begins to sign in with the provider. `returnTo` is a path of ours. */
export async function beginSignIn(returnTo: string): Promise<Outcome<Visit, Refusal>> {
  return begin('sign-in', null, returnTo);
}

/** Begins to connect the actor's account with the provider. */
export async function beginLink(actor: Actor): Promise<Outcome<Visit, Refusal | 'guest'>> {
  if (actor.isGuest) return { ok: false, reason: 'guest' };
  return begin('link', actor.learnerId, '/account');
}
