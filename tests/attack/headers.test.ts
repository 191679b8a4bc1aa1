import { describe, expect, inject, test } from 'vitest';
import { newGuestVisitor } from '../support/visitor';

const at = (path: string, init: RequestInit = {}) =>
  fetch(new URL(path, inject('appUrl')), { redirect: 'manual', ...init });
const PUBLIC = ['/', '/about', '/lessons/from-slogan-to-statement', '/exercises/S01', '/cases', '/glossary', '/paths'];
const PRIVATE = ['/account', '/instructor', '/results/unknown', '/search?q=x', '/join/unknown', '/verify/unknown'];
const DATA = ['/api/export?format=json', '/api/live', '/api/no-such-handler', '/livez', '/readyz'];

describe('what comes with every answer', () => {
  test.each([...PUBLIC, ...PRIVATE, ...DATA, '/no-such-page', '/livezoo'])(
    '%s is guarded by its headers',
    async (path) => {
      const { headers } = await at(path);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('permissions-policy')).toContain('camera=()');
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('access-control-allow-origin')).toBeNull();
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      // Plain http: a promise of https would lock people out.
      expect(headers.get('strict-transport-security')).toBeNull();
    },
  );

  test.each([...PUBLIC, ...PRIVATE, '/no-such-page', '/livezoo'])(
    '%s runs scripts and style blocks by nonce only',
    async (path) => {
      const [one, two] = await Promise.all([at(path), at(path)]);
      const policy = one.headers.get('content-security-policy') ?? '';
      const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
      expect(nonce.length).toBeGreaterThanOrEqual(32);
      expect(two.headers.get('content-security-policy')).not.toContain(nonce);
      expect(policy).toContain(`script-src 'self' 'nonce-${nonce}' 'strict-dynamic';`);
      expect(policy).toContain(`style-src 'self' 'nonce-${nonce}';`);
      // What a page may load comes from the course itself: nobody else is reported to.
      expect(policy).not.toMatch(/https?:|report-|unsafe-eval|\*/);
      expect(policy.match(/unsafe-inline/g)).toHaveLength(1);
      const html = await one.text();
      const scripts = html.match(/<script\b[^>]*>/g) ?? [];
      if (html.includes('<html')) expect(scripts.length).toBeGreaterThan(2);
      expect(scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([]);
      expect(html).not.toMatch(/<style\b/);
    },
  );

  test.each(DATA)('%s is stored nowhere and may load nothing', async (path) => {
    const { headers } = await at(path);
    expect(headers.get('cache-control')).toContain('no-store');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('x-robots-tag')).toBe('noindex, nofollow');
  });

  test.each(PRIVATE)('%s is left out by search engines', async (path) => {
    expect((await at(path)).headers.get('x-robots-tag')).toBe('noindex, nofollow');
  });

  test.each(PUBLIC)('%s may be found by them', async (path) => {
    const reply = await at(path);
    expect(reply.status).toBe(200);
    expect(reply.headers.get('x-robots-tag')).toBeNull();
  });

  test('a page about somebody is kept by no cache on the way', async () => {
    const guest = await newGuestVisitor(inject('appUrl'));
    for (const path of ['/account', '/', '/exercises/S01']) {
      const reply = await guest.get(path);
      expect(reply.headers.get('cache-control'), path).toMatch(/no-store/);
      expect(reply.headers.get('cache-control'), path).toMatch(/private/);
    }
  });

  test('the cookie of a session is out of reach of scripts and of other sites', async () => {
    const headers = { origin: inject('appUrl'), 'content-type': 'application/json' };
    const cookies = (await at('/api/guest', { method: 'POST', body: '{}', headers })).headers.getSetCookie();
    const session = cookies.filter((cookie) => cookie.includes('session'));
    expect(session.length).toBeGreaterThan(0);
    for (const cookie of session) expect(cookie).toMatch(/HttpOnly.*SameSite=Lax/i);
  });
});
