import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { readEnv } from '@/server/env';
import { guardedFetch } from '@/server/judge/guarded-fetch';
import { isPublicAddress } from '@/server/outbound/is-public-address';
import { postOutside, problemOfAddress } from '@/server/outbound/post-outside';
import { openProvider } from '@/server/sso/provider';

/**
 * 37 of the forty: addresses that people type in lead nowhere inside, and addresses that the operator sets are not left by
 * a redirect. server/outbound/post-outside.test.ts has rebinding, slow names and the list of ranges.
 */
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function listen(answer: (path: string) => { status: number; location?: string; body?: string }) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const { status, location, body = '' } = answer(request.url ?? '');
    response.writeHead(status, { 'content-type': 'application/json', ...(location ? { location } : {}) }).end(body);
  });
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { asked, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

describe('the webhook of a cohort', () => {
  const INSIDE = [
    'https://localhost/',
    'https://localhost./',
    'https://127.0.0.1/',
    'https://127.1/',
    'https://0/',
    'https://2130706433/',
    'https://0x7f000001/',
    'https://0177.0.0.1/',
    'https://0x7f.0.0.0x1/',
    'https://①②⑦.0.0.1/',
    'https://127.0.0.1.:443/',
    'https://[::1]/',
    'https://[::]/',
    'https://[0:0:0:0:0:ffff:7f00:1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:a9fe:a9fe]/',
    'https://[64:ff9b::7f00:1]/',
    'https://[fd00:ec2::254]/',
    'https://[fe80::1]/',
    'https://169.254.169.254/latest/meta-data/',
    'https://2852039166/latest/meta-data/',
    'https://10.0.0.1/',
    'https://192.168.0.1/',
    'https://172.16.0.1/',
    'https://100.64.0.1/',
    'https://hooks.example.org@127.0.0.1/',
    'https://127.0.0.1#@hooks.example.org/',
    'https://hooks.example.org:22/',
    'http://hooks.example.org/',
    'file:///etc/passwd',
    'gopher://127.0.0.1:6379/_FLUSHALL',
    'data:text/plain,x',
    '//127.0.0.1/',
    '',
  ];
  test.each(INSIDE)('never goes to %j', async (address) => {
    const posted = await postOutside(address, { body: '{}', headers: {} });
    expect(posted.type).not.toBe('replied');
    if (!/localhost/.test(address)) expect(problemOfAddress(address)).toMatch(/\.$/);
  });

  test('is refused by what a name leads to: localhost has no dot and is no address', async () => {
    const posted = await postOutside('https://localhost/', { body: '{}', headers: {} });
    expect(posted).toMatchObject({ type: 'refused', problem: 'the name leads into a private network' });
  });

  test('is not led inside by a name whose addresses all lie there', async () => {
    const { asked, url } = await listen(() => ({ status: 200 }));
    const { request } = await import('node:http');
    for (const address of ['127.0.0.1', '::1', '::ffff:127.0.0.1', '169.254.169.254', '10.0.0.1']) {
      const net = {
        lookup: async () => [{ address, family: address.includes(':') ? 6 : 4 }],
        isAllowed: isPublicAddress,
        request,
      };
      const posted = await postOutside(`http://hooks.test:${new URL(url).port}/`, { body: '{}', headers: {} }, net);
      expect(posted, address).toMatchObject({ type: 'refused' });
    }
    expect(asked).toEqual([]);
  });
});

describe('addresses that the operator sets', () => {
  test('a redirect of the judge is not followed: the text goes to nobody whom the learner was not told of', async () => {
    const inner = await listen(() => ({ status: 200, body: '{}' }));
    for (const status of [301, 302, 303, 307, 308]) {
      const outer = await listen(() => ({ status, location: `${inner.url}/secret` }));
      await expect(guardedFetch(`${outer.url}/v1`, { method: 'POST', body: 'a text' })).rejects.toThrow();
      expect(outer.asked).toHaveLength(1);
    }
    expect(inner.asked).toEqual([]);
  });

  test('nor is one of the provider of single sign-on, while it is read about itself', async () => {
    const inner = await listen(() => ({ status: 200, body: '{}' }));
    const outer = await listen(() => ({ status: 302, location: `${inner.url}/.well-known/openid-configuration` }));
    const settings = { issuer: new URL(outer.url), clientId: 'x', clientSecret: 'y', name: 'z', isOnly: false };
    await expect(openProvider(settings, 0)).rejects.toThrow('cannot be read');
    expect(outer.asked.length).toBeGreaterThan(0);
    expect(inner.asked).toEqual([]);
  });

  test('a provider that claims to be another issuer is not believed', async () => {
    const server = await listen(() => ({
      status: 200,
      body: JSON.stringify({ issuer: 'https://login.example.org', authorization_endpoint: 'http://169.254.169.254/' }),
    }));
    const settings = { issuer: new URL(server.url), clientId: 'x', clientSecret: 'y', name: 'z', isOnly: false };
    await expect(openProvider(settings, 0)).rejects.toThrow('cannot be read');
  });

  test.each([
    ['JUDGE_URL', 'http://models.example.org/v1'],
    ['JUDGE_URL', 'http://169.254.169.254/'],
    ['JUDGE_URL', 'file:///etc/passwd'],
    ['JUDGE_URL', 'https://user:key@models.example.org/'],
    ['OIDC_ISSUER', 'http://login.example.org'],
    ['OIDC_ISSUER', 'http://169.254.169.254'],
    ['OIDC_ISSUER', 'ftp://login.example.org'],
  ])('%s is refused at start with %s', (name, value) => {
    expect(() => readEnv({ [name]: value })).toThrow(name);
  });
});
