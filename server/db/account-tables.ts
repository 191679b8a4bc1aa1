import 'server-only';
import type { Time } from './columns';

/** Ways into an account beside its password (docs/decisions/034). */
export interface AccountTables {
  /** Who somebody is at a provider of single sign-on: issuer and subject, never an address. */
  sso_identities: { issuer: string; subject: string; learnerId: string; linkedAt: Time };

  /** A visit to the provider that is under way. `id` is the hash of what the browser holds in a cookie. */
  sso_flows: {
    id: string;
    state: string;
    nonce: string;
    verifier: string;
    /** sign-in or link. */
    purpose: string;
    /** Of a link: the account that asked for it. */
    learnerId: string | null;
    expiresAt: Time;
    /** Set where the provider has answered and the person must still choose, because the address belongs to an account. */
    issuer: string | null;
    subject: string | null;
    name: string | null;
  };
}
