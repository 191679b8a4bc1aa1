/** Next calls this once when the server starts, before the first request. */
export async function register(): Promise<void> {
  const [{ judgeSettings }, { wakeJudge }] = await Promise.all([
    import('./server/judge/current-judge'),
    import('./server/judge/wake-judge'),
  ]);
  // Second opinions that a stop or a kill left open. Not waited for: a slow provider must not delay the first page.
  if (judgeSettings()) void wakeJudge();
}
