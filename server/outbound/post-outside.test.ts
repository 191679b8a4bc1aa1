import { createServer, type RequestListener, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { isPublicAddress } from './is-public-address';
import { type Net, postOutside, problemOfAddress } from './post-outside';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});
async function listen(answer: RequestListener): Promise<number> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return (server.address() as AddressInfo).port;
}
/** Plain http to this machine stands in for the internet; what is guarded is the same code. */
const testNet = (changed: Partial<Net> = {}): Net => ({
  lookup: async () => [{ address: '127.0.0.1', family: 4 }],
  isAllowed: () => true,
  request,
  ...changed,
});
const message = { body: '{"text":"hello"}', headers: { 'content-type': 'application/json' } };

describe('addresses', () => {
  test.each([
    '127.0.0.1',
    '127.8.9.1',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '0.0.0.0',
    '100.64.0.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fc00::1',
    'fd00:ec2::254',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001:db8::1',
    'ff02::1',
    'no address',
  ])('%s is not public', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
  test.each(['93.184.216.34', '8.8.8.8', '172.32.0.1', '2606:4700::1111'])('%s is', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
  test.each([
    'http://hooks.example.org/x',
    'ftp://example.org',
    'https://127.0.0.1/x',
    'https://[::1]/x',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://user:secret@example.org/',
    'https://example.org:8443/',
    'javascript:alert(1)',
    'nothing',
    'https://169.254.169.254/latest/meta-data',
    'https://[::ffff:127.0.0.1]/',
  ])('%s is refused with a sentence', (address) => {
    expect(problemOfAddress(address)).toMatch(/^[A-Z].*\.$/);
  });
  test('a usual address is taken', () => {
    expect(problemOfAddress('https://hooks.example.org/services/abc?x=1')).toBeNull();
  });
});

describe('posting outside', () => {
  test('the body arrives, and nothing of the reply but its status comes back', async () => {
    let got = '';
    const port = await listen((asked, reply) => {
      asked.on('data', (chunk) => {
        got += chunk;
      });
      asked.on('end', () => reply.writeHead(204).end());
    });
    expect(await postOutside(`http://hooks.test:${port}/x`, message, testNet())).toEqual({
      type: 'replied',
      status: 204,
    });
    expect(got).toBe(message.body);
  });
  test('a server that never answers is left after the limit', async () => {
    const port = await listen(() => undefined);
    const before = Date.now();
    expect(await postOutside(`http://hooks.test:${port}/x`, message, testNet(), 200)).toEqual({
      type: 'failed',
      problem: 'no answer within 0.2 s',
    });
    expect(Date.now() - before).toBeLessThan(3_000);
  });
  test('so is a name that never resolves', async () => {
    const net = testNet({ lookup: () => new Promise(() => undefined) });
    expect(await postOutside('https://hooks.test/', message, net, 100)).toMatchObject({ type: 'failed' });
  });
  test('a redirect is not followed, wherever it leads', async () => {
    const asked: string[] = [];
    const inner = await listen((request, reply) => {
      asked.push(request.url ?? '');
      reply.end();
    });
    const port = await listen((_, reply) =>
      reply.writeHead(307, { location: `http://127.0.0.1:${inner}/secret` }).end(),
    );
    expect(await postOutside(`http://hooks.test:${port}/x`, message, testNet())).toMatchObject({
      type: 'failed',
      problem: expect.stringContaining('redirects are not followed'),
    });
    expect(asked).toEqual([]);
  });
  test('a name with one private address among public ones is refused before anything is sent', async () => {
    const asked: string[] = [];
    const port = await listen((request, reply) => {
      asked.push(request.url ?? '');
      reply.end();
    });
    const lookup: Net['lookup'] = async () => [
      { address: '93.184.216.34', family: 4 },
      { address: '127.0.0.1', family: 4 },
    ];
    const net = testNet({ lookup, isAllowed: isPublicAddress });
    expect(await postOutside(`http://hooks.test:${port}/`, message, net)).toEqual({
      type: 'refused',
      problem: 'the name leads into a private network',
    });
    expect(asked).toEqual([]);
  });
  test('the connection goes to the address that was checked, though the name is another one by then', async () => {
    const port = await listen((_, reply) => reply.end());
    let asked = 0;
    const lookup: Net['lookup'] = async () => {
      asked += 1;
      return [{ address: asked === 1 ? '127.0.0.1' : '10.0.0.1', family: 4 }];
    };
    expect(await postOutside(`http://rebind.test:${port}/`, message, testNet({ lookup }))).toMatchObject({
      status: 200,
    });
    expect(asked).toBe(1);
  });
});
