/** Next calls this once in each process that serves, before the first request; elsewhere there is no database. */
export async function register(): Promise<void> {
  // Replaced by its value while Next builds, so it cannot come through server/env.ts.
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { startJobs } = await import('./server/jobs/worker');
  startJobs();
  const { showJobFigures } = await import('./server/jobs/job-figures');
  showJobFigures();
  const { startBackups } = await import('./server/backup/schedule');
  startBackups();
}
