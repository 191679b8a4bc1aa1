import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createMetrics } from './metrics.mjs';
import { requestIdOf, routeNamer } from './requests.mjs';

const folder = mkdtempSync(join(tmpdir(), 'defensible-routes-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('counts, sums up by bucket and writes labels so that no text can break out of them', async () => {
  const metrics = createMetrics();
  metrics.count('defensible_refusals_total', { code: 'a"b\n' });
  metrics.count('defensible_refusals_total', { code: 'a"b\n' });
  metrics.observe('defensible_http_seconds', { route: '/x' }, 0.03);
  metrics.observe('defensible_http_seconds', { route: '/x' }, 99);
  metrics.onScrape(() => Promise.reject(new Error('the database is away')));
  metrics.onScrape(() => [['defensible_jobs_waiting', {}, 3]]);
  const text = await metrics.text();
  expect(text).toContain('defensible_refusals_total{code="a\\"b\\n"} 2\n');
  expect(text).toContain('defensible_http_seconds_bucket{le="0.02",route="/x"} 0\n');
  expect(text).toContain('defensible_http_seconds_bucket{le="0.05",route="/x"} 1\n');
  expect(text).toContain('defensible_http_seconds_bucket{le="+Inf",route="/x"} 2\n');
  expect(text).toContain('defensible_http_seconds_count{route="/x"} 2\n');
  expect(text).toContain('# TYPE defensible_jobs_waiting gauge\ndefensible_jobs_waiting 3\n');
});

test('a metric that nobody described is refused', () => {
  expect(() => createMetrics().count('defensible_typo_total')).toThrow(/no metric/);
});

test('the number of a request is believed behind a proxy only, and only if it is harmless', () => {
  expect(requestIdOf('from-the-proxy-1', 1)).toBe('from-the-proxy-1');
  for (const [given, proxies] of [
    ['from-outside-1', 0],
    ['bad\nline-of-log', 1],
    ['x'.repeat(65), 1],
    [['a', 'b'], 1],
    [undefined, 1],
  ] as const)
    expect(requestIdOf(given, proxies)).toMatch(/^[0-9a-f]{8}-/);
});

test('a route has no ids in it, and an address that is none is one word', () => {
  const dynamicRoutes = [{ page: '/join/[token]', regex: '^/join/([^/]+?)(?:/)?$' }];
  writeFileSync(
    join(folder, 'routes-manifest.json'),
    JSON.stringify({ staticRoutes: [{ page: '/about' }], dynamicRoutes }),
  );
  const routeOf = routeNamer(folder);
  expect(['/about?q=words', '/join/abc', '/_next/static/x.js', '/wp-admin/ada@example.org'].map(routeOf)).toEqual([
    '/about',
    '/join/[token]',
    'file',
    'unknown',
  ]);
});
