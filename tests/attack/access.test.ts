import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addressIn, decisionOf, isSame, pageRoutes, TWINS, visit, withoutAddress } from '../support/attack/pages';
import { appWithWorld, browserOf } from '../support/attack/world';
import { PASSWORD, type RoleName } from '../support/people';
import { handlers } from '../support/roles/exported';
import { HANDLERS, PUBLIC_HANDLERS, paramsOf } from '../support/roles/handlers';
import { leaksOf } from '../support/roles/sight';
import { type Answered, codeIn, Visitor } from '../support/visitor';

/** Shown to whoever has its address: that is what the page is for. */
const PUBLIC_DATA = new Set(['/verify/[token]']);
const routes = pageRoutes().filter((route) => !PUBLIC_DATA.has(route));
const all = handlers();
const writing = all.filter((name) => !name.startsWith('GET '));
const MANY = 300_000;

let made: Awaited<ReturnType<typeof appWithWorld>>;
beforeAll(async () => {
  made = await appWithWorld();
}, MANY);
afterAll(() => made.end());

const visitor = () => new Visitor(made.app.baseURL);
const browser = (role: RoleName) => browserOf(made.world.people[role], made.app.baseURL);
const leaksAt = (address: string, text: string, role: RoleName = 'guest') =>
  leaksOf(withoutAddress(text, address), role, 'yes', made.world);

/** A few at a time, for the app has other things to wait for than its answers. */
async function each(asked: readonly string[], ask: (one: string) => Promise<readonly string[]>): Promise<string[]> {
  const waiting = [...asked];
  const found: string[] = [];
  const lane = async () => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) found.push(...(await ask(one)));
  };
  await Promise.all([lane(), lane(), lane(), lane()]);
  return found;
}

describe('pages, found in the file system', () => {
  test('are many, and each has an address', () => {
    expect(routes.length).toBeGreaterThan(60);
    for (const route of routes) expect(addressIn(route, made.world), route).not.toContain('[');
  });

  test('01, 02, 03 a visitor gets nobody’s data from a page or a twin of it, and a twin decides nothing else', async () => {
    const wrong = await each(routes, async (route) => {
      const address = addressIn(route, made.world);
      const page = await visit(visitor(), address);
      const decided = decisionOf(page);
      const found = leaksAt(address, page.text).map((leak) => `${route}: ${leak}`);
      if (!/^(shown|absent|to \/)/.test(decided)) found.push(`${route}: ${decided}`);
      for (const [name, twin] of Object.entries(TWINS)) {
        const [at, headers] = twin(address);
        const reply = await visit(visitor(), at, headers);
        for (const leak of leaksAt(address, reply.text)) found.push(`${route}, ${name}: ${leak}`);
        const now = decisionOf(reply);
        if (!isSame(now, decided)) found.push(`${route}, ${name}: ${now}, the page ${decided}`);
      }
      return found;
    });
    expect(wrong).toEqual([]);
  });

  test.each<RoleName>(['other', 'elsewhere', 'lead'])(
    '04, 05 with real ids, pages show %s nothing that this role may not see',
    async (role) => {
      const wrong = await each(routes, async (route) => {
        const address = addressIn(route, made.world);
        const { status, text } = await visit(browser(role), address, role === 'other' ? { rsc: '1' } : {});
        const leaks = leaksAt(address, text, role).map((leak) => `${route}: ${leak}`);
        return status >= 500 ? [...leaks, `${route}: ${status}`] : leaks;
      });
      expect(wrong).toEqual([]);
    },
    MANY,
  );

  test('the same search finds people where they may be seen', async () => {
    const seen = await each(routes, async (route) => {
      const address = addressIn(route, made.world);
      return leaksAt(address, (await visit(browser('owner'), address)).text).length > 0 ? [route] : [];
    });
    expect(seen.length).toBeGreaterThan(8);
  });
});

/** Method and address of a handler, about the learner of the world. Secrets in addresses are guessed, not known. */
function addressed(name: string): { readonly method: string; readonly path: string } {
  const [method = '', route = ''] = name.split(' ');
  const known = { ...paramsOf(made.world), ...HANDLERS[name]?.[2]?.(made.world), token: 'no-such-secret' };
  const path = route.replace(/\[(\w+)\]/g, (_, part: string) => (known as Record<string, string>)[part] ?? 'nothing');
  return { method, path };
}

/** Sends what a page of ours would send there. */
async function ask(asking: Visitor, name: string, headers: Readonly<Record<string, string>> = {}): Promise<Answered> {
  const { method, path } = addressed(name);
  const body = HANDLERS[name]?.[1]?.(made.world) ?? {};
  if (method !== 'GET') return asking.send(method, path, { body, headers });
  const query = new URLSearchParams(Object.entries(body).map(([key, value]) => [key, String(value)]));
  return asking.get(`${path}?${query}`, headers);
}

/** What fits handlers without a session, so that nothing but the added field can be wrong with it. */
const PUBLIC_BODIES: Readonly<Record<string, object>> = {
  'POST /api/auth/sign-up/email': { name: 'Eve', email: 'eve@example.org', password: PASSWORD },
  'POST /api/auth/sign-in/email': { email: 'eve@example.org', password: PASSWORD },
  'POST /api/auth/forgotten': { email: 'eve@example.org' },
  'POST /api/auth/sso': { returnTo: '/' },
  'POST /api/password-resets/[token]': { password: PASSWORD },
};

/** Open to other sites on purpose: mail programs stop letters with a form and no cookie, by the secret in the address. */
const FOR_MAIL_PROGRAMS = 'POST /api/letters/[token]';
const ofPages = () => writing.filter((name) => name !== FOR_MAIL_PROGRAMS);

/** Ways in which another site, or no site at all, makes this browser write. */
const FOREIGN: readonly (readonly [string, Readonly<Record<string, string>>, string])[] = [
  ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, '403 other-origin'],
  ['another site in an older browser', { origin: 'https://evil.example' }, '403 other-origin'],
  ['a sandboxed frame', { origin: 'null' }, '403 other-origin'],
  ['nobody, with cookies', { origin: '' }, '403 other-origin'],
  ['a form of another site', { origin: 'https://evil.example', 'content-type': 'text/plain' }, '403 other-origin'],
  ['a form', { 'content-type': 'text/plain' }, '415 not-json'],
];

describe('handlers, found in the file system', () => {
  test('are many', () => {
    expect(all.length).toBeGreaterThan(90);
    expect(writing.length).toBeGreaterThan(75);
  });

  test('01 a visitor is refused by every one that is not public on purpose, and gets nobody’s data from any', async () => {
    const wrong = await each(all, async (name) => {
      const reply = await ask(visitor(), name);
      const found = leaksOf(reply.text, 'guest', 'yes', made.world).map((leak) => `${name}: ${leak}`);
      // Where a secret stands in the address, somebody who guesses is told that there is nothing.
      const isRefused = reply.status === 401 || (name.includes('[token]') && reply.status === 404);
      return name in PUBLIC_HANDLERS || isRefused ? found : [...found, `${name}: ${reply.status}`];
    });
    expect(wrong).toEqual([]);
  });

  test('01 a method that an address does not have is refused, whatever a header says of another', async () => {
    const addresses = new Map(all.map((name) => [name.split(' ')[1], name]));
    const wrong = await each([...addresses.values()], async (name) => {
      const { method: own, path } = addressed(name);
      const without = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter(
        (method) => !all.includes(`${method} ${name.split(' ')[1]}`),
      );
      const found: string[] = [];
      for (const method of without) {
        const { status } = await visitor().send(method, path, { headers: { 'x-http-method-override': own } });
        if (status !== 405) found.push(`${method} ${path}: ${status}`);
      }
      return found;
    });
    expect(wrong).toEqual([]);
  });

  test.each(FOREIGN)('13 every writing one refuses a write by %s', async (_who, headers, expected) => {
    const wrong = await each(ofPages(), async (name) => {
      const reply = await ask(browser('owner'), name, headers);
      const answer = `${reply.status} ${codeIn(reply)}`;
      return answer === expected ? [] : [`${name}: ${answer}`];
    });
    expect(wrong).toEqual([]);
  });

  test('07 every writing one refuses fields that it does not ask for, such as a role, a cohort, a score or a person', async () => {
    const claims = { role: 'instructor', overall: 1, actorId: 'somebody' };
    const wrong = await each(ofPages(), async (name) => {
      const { method, path } = addressed(name);
      const found: string[] = [];
      const fits = HANDLERS[name]?.[1]?.(made.world) ?? PUBLIC_BODIES[name] ?? {};
      for (const [field, value] of Object.entries(claims)) {
        if (field in fits) continue;
        const reply = await browser('owner').send(method, path, { body: { ...fits, [field]: value } });
        if (codeIn(reply) !== 'invalid-body') found.push(`${name} with ${field}: ${reply.status} ${codeIn(reply)}`);
      }
      return found;
    });
    expect(wrong).toEqual([]);
  });

  test('06 a learner is refused by every one of the desk, and the log says so', async () => {
    const desk = all.filter((name) => HANDLERS[name]?.[0].learner === 'forbidden');
    expect(desk.length).toBeGreaterThan(25);
    const wrong = await each(desk, async (name) => {
      const { status } = await ask(browser('learner'), name);
      return status === 403 ? [] : [`${name}: ${status}`];
    });
    expect(wrong).toEqual([]);
    expect(made.app.said().match(/"event":"forbidden"/g)?.length).toBe(desk.length);
  });
});
