import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { Provider } from 'oidc-provider';
import type { SsoSettings } from '@/server/accounts/account-settings';
import { freePort } from './ports';

/** Somebody with an account at the provider. */
export interface Employee {
  readonly sub: string;
  readonly name: string;
  readonly email?: string;
  readonly email_verified?: boolean;
}

/** A provider of single sign-on on this machine, the reference implementation of OpenID Connect for Node. */
export interface OidcServer {
  readonly issuer: string;
  readonly settings: SsoSettings;
  /** Who sits at the browser that comes next. */
  signsIn(person: Employee): void;
  /** Goes through the provider's pages like a browser that was never there; answers the address it is sent back to. */
  visit(url: string): Promise<string>;
  /** Stops listening; `resume` answers at the same address again. */
  pause(): Promise<void>;
  resume(): Promise<void>;
  close(): Promise<void>;
}

export const OIDC_CLIENT = { client_id: 'defensible', client_secret: 'a-secret-of-the-course-0123456789' };

function configure(redirectUri: string, people: Map<string, Employee>): object {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    clients: [{ ...OIDC_CLIENT, redirect_uris: [redirectUri] }],
    cookies: { keys: [randomBytes(16).toString('hex')] },
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'one' }] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: (_: unknown, accountId: string) => ({ accountId, claims: () => ({ ...people.get(accountId) }) }),
    // Nobody is asked whether the course may know their name.
    async loadExistingGrant(context: {
      oidc: {
        client: { clientId: string };
        session: { accountId: string };
        provider: { Grant: new (of: object) => { addOIDCScope(scope: string): void; save(): Promise<string> } };
      };
    }) {
      const { client, session, provider } = context.oidc;
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  };
}

/** Follows redirects within the provider, with its cookies, until they lead out. */
async function follow(issuer: string, start: string): Promise<string> {
  const jar = new Map<string, string>();
  for (let url = start; ; ) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, { redirect: 'manual', headers: { cookie } });
    for (const set of response.headers.getSetCookie()) {
      const [name = '', ...value] = (set.split(';')[0] ?? '').split('=');
      jar.set(name, value.join('='));
    }
    const location = response.headers.get('location');
    if (!location) throw new Error(`the provider stopped at ${url}: ${await response.text()}`);
    url = new URL(location, url).href;
    if (!url.startsWith(issuer)) return url;
  }
}

/** On a port of its own, or on one that the course was told before it was started. */
export async function startOidcServer(redirectUri: string, given?: number): Promise<OidcServer> {
  const port = given ?? (await freePort());
  const issuer = `http://localhost:${port}`;
  const people = new Map<string, Employee>();
  let current = '';
  const provider = new Provider(issuer, configure(redirectUri, people));
  const answer = provider.callback();
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/interaction/'))
      void provider.interactionFinished(request, response, { login: { accountId: current } });
    else answer(request, response);
  });
  const listen = () => new Promise<void>((done) => server.listen(port, 'localhost', done));
  const pause = async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  };
  await listen();
  return {
    issuer,
    settings: {
      issuer: new URL(issuer),
      clientId: OIDC_CLIENT.client_id,
      clientSecret: OIDC_CLIENT.client_secret,
      name: 'Example Works',
      isOnly: false,
    },
    signsIn(person) {
      people.set(person.sub, person);
      current = person.sub;
    },
    visit: (url) => follow(issuer, url),
    pause,
    resume: listen,
    close: pause,
  };
}
