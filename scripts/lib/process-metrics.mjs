import { createServer } from 'node:http';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Refusal } from './report.mjs';

/** Memory, processor and how late the event loop is: what a process knows about itself. */
export function watchProcess(metrics) {
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  const started = Math.round(Date.now() / 1000 - process.uptime());
  metrics.onScrape(() => {
    const { rss, heapUsed } = process.memoryUsage();
    const { user, system } = process.cpuUsage();
    const late = (quantile, nanoseconds) => [
      'defensible_event_loop_delay_seconds',
      { quantile },
      // Before the first turn was measured it is not a number.
      Number.isFinite(nanoseconds) ? nanoseconds / 1e9 : 0,
    ];
    const loop = [late('0.5', delay.percentile(50)), late('0.99', delay.percentile(99)), late('1', delay.max)];
    delay.reset();
    return [
      ...loop,
      ['process_resident_memory_bytes', {}, rss],
      ['process_heap_used_bytes', {}, heapUsed],
      ['process_cpu_seconds_total', {}, (user + system) / 1e6],
      ['process_start_time_seconds', {}, started],
    ];
  });
}

/** Answers `GET /metrics` on an address of its own, never on the port that people use. */
export async function serveMetrics(metrics, port, host) {
  const server = createServer(async (request, response) => {
    const isAsked = request.method === 'GET' && request.url === '/metrics';
    response.writeHead(isAsked ? 200 : 404, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' });
    response.end(isAsked ? await metrics.text() : 'The metrics are at /metrics.\n');
  });
  await new Promise((resolve, reject) => {
    server.once('error', (problem) =>
      reject(
        new Refusal(`The metrics cannot be served at ${host}:${port} (${problem.code}). Free it or set METRICS_PORT.`),
      ),
    );
    server.listen(port, host, resolve);
  });
  // Nothing waits for it: it ends with the process.
  server.unref();
}
