import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { drainOnSignal } from './drain.mjs';
import { hangUpUnread } from './hang-up.mjs';
import { isMalformed } from './malformed.mjs';
import { createMetrics } from './metrics.mjs';
import { serveMetrics, watchProcess } from './process-metrics.mjs';
import { Refusal } from './report.mjs';
import { routeNamer, watchRequests } from './requests.mjs';
import { root } from './root.mjs';

/**
 * Whoever sends a request by drops loses the connection: the head has 15 s to arrive, all of it a minute. A connection
 * without work stays open longer than proxies keep theirs (a minute), so that none of them sends on one just closed.
 */
const PATIENCE = {
  headersTimeout: 15_000,
  requestTimeout: 60_000,
  connectionsCheckingInterval: 5_000,
  keepAliveTimeout: 75_000,
};

/**
 * By how much the heap of a thread may grow before it is collected again. V8 lets it double or more, which under fifty people
 * holds two hundred megabytes of garbage; the processor time of the difference is not to be seen (docs/growth.md). A version
 * of V8 that does not know the flag says so and goes on.
 */
const HEAP_GROWTH = '--heap-growing-percent=10';

/** Serves the built app in this process, so that one signal to one process ends everything. */
export async function serve(port) {
  setFlagsFromString(HEAP_GROWTH);
  const watch = await startWatching(process.env);
  const next = createRequire(import.meta.url)('next');
  const app = next({ dev: false, dir: root, port });
  await app.prepare();
  const handle = app.getRequestHandler();
  const server = createServer(PATIENCE, (request, response) => {
    watch(request, response);
    hangUpUnread(request, response);
    if (isMalformed(request.headers['next-router-state-tree'])) {
      response.writeHead(400, { 'content-type': 'text/plain; charset=utf-8' });
      return response.end('This request does not say properly which page it comes from. Load the page again.\n');
    }
    return handle(request, response);
  });
  await new Promise((resolve, reject) => {
    server.once('error', (problem) => reject(new Refusal(`Port ${port} cannot be opened (${problem.code}).`)));
    server.listen(port, resolve);
  });
  drainOnSignal(server);
  takeUpWhatWaits(port);
}

/** Counts and logs what is served. The server's own code reports to it (server/observe.ts), so it is there before Next is. */
async function startWatching({ METRICS_PORT, METRICS_HOST, LOG_REQUESTS, TRUST_PROXY }) {
  const metrics = createMetrics();
  const logs = LOG_REQUESTS || (process.stdout.isTTY ? 'failed' : 'all');
  const { watch, noteActor } = watchRequests({
    routeOf: routeNamer(join(root, '.next')),
    metrics,
    logs,
    trustedProxies: Number(TRUST_PROXY || 0),
    write: (line) => console.log(line),
  });
  globalThis[Symbol.for('defensible.observer')] = { ...metrics, noteActor };
  watchProcess(metrics);
  if (METRICS_PORT) await serveMetrics(metrics, Number(METRICS_PORT), METRICS_HOST || '127.0.0.1');
  return watch;
}

/**
 * The readiness check tries again what a stop or a kill left open. Asked once at start, so that it does not need a
 * visitor or a monitor; what comes of it is in the log, and the first page does not wait for it.
 */
function takeUpWhatWaits(port) {
  fetch(`http://127.0.0.1:${port}/readyz`).then(
    (reply) => reply.text(),
    () => undefined,
  );
}
