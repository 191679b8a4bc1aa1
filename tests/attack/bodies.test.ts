import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { isFull, someOf } from '../support/attack/how-much';
import { projectFiles } from '../support/project-files';
import { newGuestVisitor, Visitor } from '../support/visitor';

/** 39 of the forty: large, deep, slow, many and malformed requests are refused, and others are served meanwhile. */
type Method = 'POST' | 'PUT' | 'DELETE';
interface Door {
  readonly method: Method;
  readonly path: string;
}

/** Every handler that takes a body, with something in the place of each id. */
const doors: Door[] = projectFiles()
  .filter((file) => /^app\/api\/.*\/route\.ts$/.test(file))
  .flatMap((file) => {
    const path = `/${file.replace(/^app\//, '').replace(/\/route\.ts$/, '')}`.replaceAll(/\[[^\]]+\]/g, 'S01');
    const methods = readFileSync(file, 'utf8').matchAll(/export (?:const|(?:async )?function) (POST|PUT|DELETE)\b/g);
    return [...methods].map(([, method]) => ({ method: method as Method, path }));
  });

const url = () => inject('appUrl');
const livez = async (): Promise<number> => {
  const start = performance.now();
  expect((await fetch(new URL('/livez', url()))).status).toBe(200);
  return performance.now() - start;
};
const at99 = (times: readonly number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? 0;

/** How long a small question waits while `work` goes on, in milliseconds, the worst of a hundred. */
async function waitsDuring(work: Promise<unknown>): Promise<number> {
  const times: number[] = [];
  let isOver = false;
  const over = () => {
    isOver = true;
  };
  work.then(over, over);
  do times.push(await livez());
  while (!isOver || times.length < 30);
  await work;
  return at99(times);
}

async function statuses(some: readonly Door[], bodyOf: (door: Door) => string): Promise<string[]> {
  const visitor = new Visitor(url());
  const found = [];
  for (const door of some) {
    const { status } = await visitor.send(door.method, door.path, { body: bodyOf(door) });
    if (status < 400 || status >= 500) found.push(`${door.method} ${door.path} answered ${status}`);
  }
  return found;
}

const MIB = 1024 * 1024;
const SLOW = 60;
const slow: Socket[] = [];
let closed = 0;
let quiet = 0;

beforeAll(async () => {
  // The first question of each kind loads modules, and is nobody's attack.
  await statuses(doors, () => '{');
  quiet = await waitsDuring(Promise.resolve());
  const { hostname, port } = new URL(url());
  for (let n = 0; n < SLOW; n += 1) {
    const socket = connect({ host: hostname, port: Number(port) });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      closed += 1;
    });
    socket.write('POST /api/guest HTTP/1.1\r\nHost: localhost\r\nX-Slow: ');
    slow.push(socket);
  }
});
afterAll(() => {
  for (const socket of slow) socket.destroy();
});

/** On a machine that others use a question waits by itself; that much is not the attack's doing, and at full length alone is the bound tight. */
const most = () => (isFull ? 200 : 1_000) + 5 * quiet;

const BODIES: readonly (readonly [string, string])[] = [
  ['one MiB of text', `{"text":"${'x'.repeat(MIB)}"}`],
  ['sixty thousand brackets', `${'['.repeat(30_000)}${']'.repeat(30_000)}`],
  ['a tower of objects', `${'{"a":'.repeat(9_000)}1${'}'.repeat(9_000)}`],
  ['ten thousand keys', JSON.stringify(Object.fromEntries(Array.from({ length: 9_000 }, (_, n) => [`k${n}`, 1])))],
  ['a prototype', '{"__proto__":{"isOwner":true},"constructor":{"prototype":{"isOwner":true}}}'],
  ['a number too large', '{"baseVersion":1e999,"percent":1e999}'],
  ['half a character', '{"text":"\\ud800"}'],
  ['a broken string', '{"text":"'],
  ['nothing', ''],
];

describe('every door', () => {
  test('is known', () => expect(doors.length).toBeGreaterThan(80));

  test.each(BODIES)('refuses %s and keeps answering others', async (what, body) => {
    const turn = BODIES.findIndex(([name]) => name === what);
    const work = statuses(someOf(doors, turn), () => body);
    const waited = await waitsDuring(work);
    console.log(`${what}: p99 of a small question ${waited.toFixed(0)} ms, at rest ${quiet.toFixed(0)} ms`);
    expect(await work).toEqual([]);
    expect(waited).toBeLessThan(most());
  });

  test('refuses what is no JSON by its type', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/yaml',
    ])
      for (const { method, path } of doors.slice(0, 12)) {
        const reply = await new Visitor(url()).send(method, path, { body: '{}', headers: { 'content-type': type } });
        expect(reply.status, `${path} ${type}`).toBe(415);
      }
  });
});

test('two hundred at once are all answered, and a small question does not wait for them', async () => {
  const guest = await newGuestVisitor(url());
  const body = `{"scenarioId":"S01","handIn":{"explanation":"${'a '.repeat(30_000)}"}}`;
  const work = Promise.all(
    Array.from({ length: 200 }, () => guest.send('POST', '/api/submissions', { body }).then(({ status }) => status)),
  );
  const waited = await waitsDuring(work);
  const found = new Set(await work);
  console.log(`200 at once: p99 ${waited.toFixed(0)} ms, at rest ${quiet.toFixed(0)} ms; statuses ${[...found]}`);
  for (const status of found) expect([413, 422, 429]).toContain(status);
  expect(waited).toBeLessThan(most());
});

describe('malformed Flight', () => {
  const PATHS = ['/', '/account', '/exercises/S01', '/instructor', '/api/guest', '/no-such-page'];
  const HEADERS: Readonly<Record<string, string>>[] = [
    { rsc: '1', 'next-router-state-tree': '%5B%22' },
    { rsc: '1', 'next-router-state-tree': encodeURIComponent(`${'['.repeat(3_000)}${']'.repeat(3_000)}`) },
    { rsc: '1', 'next-router-state-tree': encodeURIComponent('{"__proto__":{"a":1}}') },
    { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/../../_tree' },
    { rsc: '2', 'next-url': '//evil.example/(.)x' },
  ];
  test('in the headers of a read never fails the server', async () => {
    for (const path of PATHS)
      for (const headers of HEADERS) {
        const { status } = await new Visitor(url()).get(path, headers);
        expect(status, `${path} ${JSON.stringify(headers).slice(0, 80)}`).toBeLessThan(500);
      }
  });

  const ACTIONS: readonly (readonly [string, Record<string, string>, string])[] = [
    ['an unknown action', { 'next-action': 'a'.repeat(42), 'content-type': 'text/plain;charset=UTF-8' }, '[]'],
    [
      'a forged reference',
      { 'next-action': '0'.repeat(42), 'content-type': 'text/plain;charset=UTF-8' },
      '["$F1","$Q2","$@3"]',
    ],
    ['one that is no id', { 'next-action': '../../x' }, '{"then":"$1:__proto__:then"}'],
    [
      'a form with references',
      { 'next-action': 'x', 'content-type': 'multipart/form-data; boundary=b' },
      '--b\r\nContent-Disposition: form-data; name="0"\r\n\r\n"$1:__proto__:then"\r\n--b\r\nContent-Disposition: form-data; name="1"\r\n\r\n{"then":"$1:constructor:constructor"}\r\n--b--\r\n',
    ],
    [
      'a form without an action',
      { 'content-type': 'multipart/form-data; boundary=b' },
      '--b\r\nContent-Disposition: form-data; name="$ACTION_REF_1"\r\n\r\n\r\n--b--\r\n',
    ],
  ];
  test.each(ACTIONS)('sent to pages as %s is refused', async (_what, headers, body) => {
    for (const path of PATHS) {
      const reply = await fetch(new URL(path, url()), { method: 'POST', headers, body, redirect: 'manual' });
      expect(reply.status, path).toBeGreaterThanOrEqual(400);
      expect(reply.status, path).toBeLessThan(500);
    }
  });
});

test('connections that send their head by drops are closed, and hold up nobody', async () => {
  expect(slow).toHaveLength(SLOW);
  for (let second = 0; second < 40 && closed < SLOW; second += 1) {
    for (const socket of slow) if (!socket.destroyed) socket.write('x');
    expect(await livez()).toBeLessThan(most() + 1_000);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
  expect(closed).toBe(SLOW);
});
