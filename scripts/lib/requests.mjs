import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const SANE = /^[A-Za-z0-9][A-Za-z0-9._-]{7,63}$/;

/**
 * The number of a request. One that comes from outside is believed only where a proxy of ours stands in front, and only
 * if it can do no harm in a line of the log.
 */
export function requestIdOf(given, trustedProxies) {
  return trustedProxies > 0 && typeof given === 'string' && SANE.test(given) ? given : randomUUID();
}

/** Names the route that a path belongs to, without the ids in it: `/exercises/[scenarioId]`. From the routes that were built. */
export function routeNamer(folder) {
  const { staticRoutes, dynamicRoutes } = JSON.parse(readFileSync(join(folder, 'routes-manifest.json'), 'utf8'));
  const known = new Set(staticRoutes.map(({ page }) => page));
  const patterns = dynamicRoutes.map(({ page, regex }) => ({ page, regex: new RegExp(regex) }));
  return (url) => {
    const path = (url ?? '/').split('?', 1)[0];
    if (path.startsWith('/_next/') || path.startsWith('/monaco/')) return 'file';
    if (known.has(path)) return path;
    return patterns.find(({ regex }) => regex.test(path))?.page ?? 'unknown';
  };
}

/**
 * Gives every request its number, counts it and writes a line about it. `logs`: all, failed (500 and above) or off. The
 * route and never the path: paths hold ids, links and what people search for.
 */
export function watchRequests({ routeOf, metrics, logs, trustedProxies, write }) {
  const actors = new Map();
  const watch = (request, response) => {
    const requestId = requestIdOf(request.headers['x-request-id'], trustedProxies);
    request.headers['x-request-id'] = requestId;
    response.setHeader('x-request-id', requestId);
    const started = performance.now();
    response.once('close', () => {
      const actor = actors.get(requestId);
      actors.delete(requestId);
      const route = routeOf(request.url);
      // 499: the browser went away before the answer was sent.
      const status = response.writableFinished ? response.statusCode : 499;
      const ms = performance.now() - started;
      const method = METHODS.has(request.method) ? request.method : 'other';
      metrics.count('defensible_http_requests_total', { method, route, status });
      metrics.observe('defensible_http_seconds', { route }, ms / 1000);
      if (route === 'file' || logs === 'off' || (logs === 'failed' && status < 500)) return;
      const line = { at: new Date().toISOString(), level: 'info', event: 'request', requestId, method, route, status };
      write(JSON.stringify({ ...line, ms: Math.round(ms), ...(actor ? { actor } : {}) }));
    });
  };
  return { watch, noteActor: (requestId, actor) => void actors.set(requestId, actor) };
}

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
