import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type App, startApp } from '../support/app';
import { PASSWORD } from '../support/people';
import { type Answered, codeIn, signUpAt, Visitor } from '../support/visitor';

const ORIGIN = 'https://course.example.org';
const SIGN_IN = '/api/auth/sign-in/email';
const SESSION = 'defensible.session_token';

/** Behind a proxy that ends https, as most installations are; `inject('appUrl')` is one without either. */
let app: App;
let dataDir: string;
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'defensible-session-'));
  app = await startApp({ dataDir, env: { BASE_URL: ORIGIN, TRUST_PROXY: '1' } });
}, 300_000);
afterAll(async () => {
  await app.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Something of one's own, which needs a session. */
const isIn = async (visitor: Visitor) =>
  (await visitor.send('PUT', '/api/notices/seen', { body: { until: 1 } })).status;

/** Another browser with the cookies that this one has now. */
function copyOf(visitor: Visitor): Visitor {
  const copy = new Visitor(visitor.base);
  for (const [name, value] of visitor.jar) copy.jar.set(name, value);
  return copy;
}

describe('a session', () => {
  test('11 that was planted before signing in is worth nothing afterwards', async () => {
    const { email } = await signUpAt(inject('appUrl'), 'Victim Example');
    const attacker = new Visitor(inject('appUrl'));
    await attacker.send('POST', '/api/guest');
    const victim = copyOf(attacker);
    const signedIn = await victim.send('POST', SIGN_IN, { body: { email, password: PASSWORD } });
    expect(signedIn.status).toBe(200);
    expect(victim.jar.get(SESSION)).not.toBe(attacker.jar.get(SESSION));
    expect([await isIn(victim), await isIn(attacker)]).toEqual([200, 401]);
  });

  test('11 changes when the password does, and every other one of the account ends', async () => {
    const { visitor, email } = await signUpAt(inject('appUrl'), 'Ada Example');
    const before = copyOf(visitor);
    const elsewhere = new Visitor(inject('appUrl'));
    await elsewhere.send('POST', SIGN_IN, { body: { email, password: PASSWORD } });
    const body = { current: PASSWORD, password: 'another battery staple' };
    expect((await visitor.send('POST', '/api/account/password', { body })).status).toBe(200);
    expect([await isIn(visitor), await isIn(before), await isIn(elsewhere)]).toEqual([200, 401, 401]);
  });

  test('12 that was signed out opens nothing when its cookie is sent again', async () => {
    const { visitor } = await signUpAt(inject('appUrl'), 'Signed Out');
    const kept = copyOf(visitor);
    expect((await visitor.get('/account')).text).toContain('Signed Out');
    await visitor.send('POST', '/api/auth/sign-out');
    const replayed = await kept.send('PUT', '/api/notices/seen', { body: { until: 1 } });
    expect([replayed.status, codeIn(replayed)]).toEqual([401, 'session-expired']);
    expect((await kept.get('/account')).text).not.toContain('Signed Out');
  });

  test('08 ends at once in every browser with the account that it belongs to', async () => {
    const { visitor, email } = await signUpAt(inject('appUrl'), 'Gone Example');
    const elsewhere = new Visitor(inject('appUrl'));
    await elsewhere.send('POST', SIGN_IN, { body: { email, password: PASSWORD } });
    expect(await isIn(elsewhere)).toBe(200);
    const body = { confirm: 'delete', password: PASSWORD };
    expect((await visitor.send('POST', '/api/account/deletion', { body })).status).toBe(200);
    expect(await isIn(elsewhere)).toBe(401);
    expect((await elsewhere.get('/account')).text).not.toContain('Gone Example');
  });

  test('has a cookie for this host alone, never sent in clear, read by no script, nor sent with posts of others', async () => {
    const visitor = new Visitor(app.baseURL);
    const body = { name: 'Ada', email: 'cookie@example.org', password: PASSWORD };
    const made = await visitor.send('POST', '/api/auth/sign-up/email', { body, origin: ORIGIN });
    expect(made.status).toBe(201);
    const [session = ''] = made.headers.getSetCookie().filter((set) => set.includes('session_token'));
    expect(session).toMatch(/^__Host-defensible\.session_token=/);
    for (const part of [/; Secure/i, /; HttpOnly/i, /; SameSite=Lax/i, /; Path=\/(;|$)/i])
      expect(session).toMatch(part);
    expect(session).not.toMatch(/domain=/i);
    // Under the name that a sibling domain could set, nothing is read.
    const older = new Visitor(app.baseURL);
    older.jar.set(`__Secure-${SESSION}`, visitor.jar.get(`__Host-${SESSION}`) ?? '');
    const asked = await older.send('PUT', '/api/notices/seen', { body: { until: 1 }, origin: ORIGIN });
    expect([asked.status, codeIn(asked)]).toEqual([401, 'no-session']);
    const own = await visitor.send('PUT', '/api/notices/seen', { body: { until: 1 }, origin: ORIGIN });
    expect(own.status).toBe(200);
  });
});

const octet = () => Math.floor(Math.random() * 256);
const anywhere = () => [octet(), octet(), octet(), octet()].join('.');

/** A hundred wrong passwords for one account, each said to come from somewhere else; how many were tried in earnest. */
async function guess(base: string, origin: string, email: string, forwarded: () => string): Promise<number> {
  const answers: Answered[] = [];
  for (let n = 0; n < 100; n += 1) {
    const headers = { 'x-forwarded-for': forwarded(), 'x-real-ip': anywhere(), forwarded: `for=${anywhere()}` };
    const body = { email, password: `wrong battery ${n}` };
    answers.push(await new Visitor(base).send('POST', SIGN_IN, { body, headers, origin }));
  }
  expect(answers.every(({ status }) => status === 401 || status === 429)).toBe(true);
  expect(answers.at(-1)?.headers.get('retry-after')).toMatch(/^\d+$/);
  return answers.filter(({ status }) => status === 401).length;
}

describe('15 a hundred wrong passwords in a minute, each from another address,', () => {
  test('are ten tries where no proxy is trusted', async () => {
    const { email } = await signUpAt(inject('appUrl'), 'Ada Example');
    expect(await guess(inject('appUrl'), inject('appUrl'), email, anywhere)).toBe(10);
  });

  test('are ten tries behind a proxy that adds where they really come from', async () => {
    const { email } = await signUpAt(app.baseURL, 'Ada Example', { origin: ORIGIN });
    expect(await guess(app.baseURL, ORIGIN, email, () => `${anywhere()}, 203.0.113.9`)).toBe(10);
  });
});

test('16 a secret in an address is in no log, and goes to no other site as a referrer', async () => {
  const secret = 'a-secret-that-somebody-was-sent-0123456789';
  const visitor = new Visitor(app.baseURL);
  for (const page of ['join', 'claim', 'confirm', 'reset', 'verify']) {
    const shown = await visitor.get(`/${page}/${secret}`);
    expect(shown.headers.get('referrer-policy'), page).toBe('same-origin');
  }
  for (const handler of ['invites', 'claims', 'confirmations', 'password-resets'])
    await visitor.send('POST', `/api/${handler}/${secret}`, { body: { password: PASSWORD }, origin: ORIGIN });
  await visitor.get(`/api/calendar/${secret}.ics`);
  expect(app.said()).toContain('Defensible is ready');
  expect(app.said()).not.toContain(secret);
});

test('19 no address of ours leads to another site', async () => {
  const tries = ['//evil.example', '/%2F%2Fevil.example', '/\\evil.example', '//evil.example/..', '/evil.example//'];
  for (const path of [...tries, '/continue?to=//evil.example', '/account?returnTo=https://evil.example']) {
    const reply = await fetch(`${app.baseURL}${path}`, { redirect: 'manual' });
    const to = new URL(reply.headers.get('location') ?? '/', app.baseURL);
    expect([path, to.host]).toEqual([path, new URL(app.baseURL).host]);
  }
});
