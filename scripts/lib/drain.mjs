const DRAIN_LIMIT_MS = 30_000;

/** Lets the job under way end (server/jobs/worker.ts). A server that has not loaded it has none. */
async function stopJobs() {
  await globalThis[Symbol.for('defensible.jobs')]?.stop();
}

/**
 * The first signal stops accepting and lets running requests finish; 30 seconds later the rest is cut off. Further
 * signals are ignored: Ctrl-C arrives twice under npm, from the terminal and from npm itself.
 */
export function drainOnSignal(server) {
  let isDraining = false;
  const drain = () => {
    if (isDraining) return;
    isDraining = true;
    console.log('Finishing running requests …');
    const jobs = stopJobs();
    server.close(() => void jobs.finally(() => process.exit(0)));
    setInterval(() => server.closeIdleConnections(), 100);
    setTimeout(() => process.exit(1), DRAIN_LIMIT_MS);
  };
  process.on('SIGINT', drain);
  process.on('SIGTERM', drain);
}
