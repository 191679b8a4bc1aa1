import { createSign, generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SsoSettings } from '@/server/accounts/account-settings';

/** A provider that says whatever a test lets it say, signed with its own key or another. */
export interface ForgedProvider {
  readonly issuer: string;
  readonly settings: SsoSettings;
  /** Claims of the next ID token, over those that would be right for this nonce. */
  says(nonce: string, claims?: Readonly<Record<string, unknown>>, isForged?: boolean): void;
  close(): Promise<void>;
}

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

export async function startForgedProvider(): Promise<ForgedProvider> {
  const [own, other] = [1, 2].map(() => generateKeyPairSync('rsa', { modulusLength: 2048 }));
  if (!own || !other) throw new Error('no keys');
  let token = '';
  const server = createServer((request, response) => {
    const replies: Record<string, unknown> = {
      '/.well-known/openid-configuration': {
        issuer,
        authorization_endpoint: `${issuer}/auth`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/jwks`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
        authorization_response_iss_parameter_supported: true,
      },
      '/jwks': { keys: [{ ...own.publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }] },
      '/token': { access_token: 'access', token_type: 'Bearer', expires_in: 60, id_token: token },
    };
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(replies[request.url ?? '']));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    settings: { issuer: new URL(issuer), clientId: 'course', clientSecret: 'secret', name: 'Forged', isOnly: false },
    says(nonce, claims = {}, isForged = false) {
      const now = Math.floor(Date.now() / 1_000);
      const right = { iss: issuer, aud: 'course', sub: 'mallory', iat: now, exp: now + 60, nonce };
      const signed = `${encode({ alg: 'RS256', kid: 'one' })}.${encode({ ...right, ...claims })}`;
      const key = (isForged ? other : own).privateKey;
      token = `${signed}.${createSign('RSA-SHA256').update(signed).sign(key).toString('base64url')}`;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
