import 'server-only';
import {
  allowInsecureRequests,
  ClientSecretBasic,
  ClientSecretPost,
  Configuration,
  discovery,
  enableNonRepudiationChecks,
} from 'openid-client';
import type { SsoSettings } from '../accounts/account-settings';

const WAIT_SECONDS = 8;
/** A provider that changed its addresses or keys is read anew after this. */
const KEEP_MS = 15 * 60_000;
/** Before somebody is sent there: an outage is told on our page and not by an empty one of the browser's. */
export const SEND_MS = 30_000;

let kept: { readonly settings: SsoSettings; readonly readAt: number; readonly provider: Configuration } | null = null;

/** The provider cannot be reached, or answers nonsense about itself. */
export class ProviderDown extends Error {
  override readonly name = 'ProviderDown';
}

async function discover({ issuer, clientId, clientSecret }: SsoSettings): Promise<Configuration> {
  const isPlain = issuer.protocol === 'http:';
  const found = await discovery(issuer, clientId, clientSecret, undefined, {
    timeout: WAIT_SECONDS,
    execute: isPlain ? [allowInsecureRequests] : [],
  });
  const metadata = found.serverMetadata();
  // Basic is what a provider offers that does not say (OpenID Connect Discovery 1.0, section 3).
  const offersPost = metadata.token_endpoint_auth_methods_supported?.includes('client_secret_post') ?? false;
  const method = offersPost ? ClientSecretPost(clientSecret) : ClientSecretBasic(clientSecret);
  const provider = new Configuration(metadata, clientId, clientSecret, method);
  provider.timeout = WAIT_SECONDS;
  // Checks the signature of the ID token as well, and does not rest on TLS alone.
  enableNonRepudiationChecks(provider);
  if (isPlain) allowInsecureRequests(provider);
  return provider;
}

/** What the provider says about itself, read at most `keepMs` ago. Throws ProviderDown. */
export async function openProvider(settings: SsoSettings, keepMs = KEEP_MS): Promise<Configuration> {
  if (kept?.settings === settings && Date.now() - kept.readAt < keepMs) return kept.provider;
  try {
    const provider = await discover(settings);
    kept = { settings, readAt: Date.now(), provider };
    return provider;
  } catch (error) {
    throw new ProviderDown('the provider of single sign-on cannot be read', { cause: error });
  }
}
