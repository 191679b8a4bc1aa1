import 'server-only';

type Detail = Readonly<Record<string, string | number | boolean | null>>;

function line(level: string, event: string, detail: Detail): string {
  return JSON.stringify({ at: new Date().toISOString(), level, event, ...detail });
}

/** One JSON object per line. Never a hand-in, a cookie, a token or a password: ids and reasons only. */
export function logInfo(event: string, detail: Detail = {}): void {
  console.info(line('info', event, detail));
}

/** Something a person should look at. `error` is written with its stack. */
export function logError(event: string, error: unknown, detail: Detail = {}): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  console.error(line('error', event, { ...detail, error: text }));
}
