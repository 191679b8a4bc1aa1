/** The day of a command: the one given as `--today`, else the computer's. Everything below is told. */
export function readToday(given: string | undefined, now: Date = new Date()): string {
  if (given === undefined) return now.toISOString().slice(0, 10);
  if (/^\d{4}-\d{2}-\d{2}$/.test(given) && !Number.isNaN(Date.parse(given))) return given;
  console.error(`--today is ${given}, expected a day such as 2026-11-21`);
  return process.exit(2);
}
