import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hangUpUnread } from './hang-up.mjs';

/** Refuses before it has read anything, as a handler does that looks at the length. */
let server: Server;
let url: string;
const connections = new Set<object>();

beforeAll(async () => {
  server = createServer((request, response) => {
    connections.add(request.socket);
    hangUpUnread(request, response);
    response.writeHead(request.method === 'POST' ? 413 : 200, { 'content-type': 'text/plain' }).end('said\n');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test('a large body that is refused unread gets its refusal, and the next question an answer', async () => {
  for (let n = 0; n < 30; n += 1) {
    const reply = await fetch(url, { method: 'POST', body: 'x'.repeat(1024 * 1024 * (1 + (n % 3))) });
    expect([reply.status, reply.headers.get('connection'), await reply.text()]).toEqual([413, 'close', 'said\n']);
    expect((await fetch(url)).status).toBe(200);
  }
});

test('a small one keeps its connection', async () => {
  connections.clear();
  for (let n = 0; n < 10; n += 1)
    expect(await (await fetch(url, { method: 'POST', body: 'x'.repeat(1_000) })).text()).toBe('said\n');
  expect(connections.size).toBeLessThan(3);
});
