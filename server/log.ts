import 'server-only';

type Detail = Readonly<Record<string, string | number | boolean | null>>;

/** Addresses of people, and what lets somebody in: the rest of a link, a password in an address, a token in a header. */
const PRIVATE: readonly (readonly [RegExp, string])[] = [
  [/\b(\w+:\/\/)[^\s/@]{1,200}@/g, '$1[secret]@'],
  [/[^\s<>"'(),;:=@/[\]]{1,64}@[\w.-]{1,255}\.[a-z]{2,24}/gi, '[address]'],
  [/\/(join|claim|reset|confirm|confirmations|verify|calendar)\/[\w.%-]+/g, '/$1/[secret]'],
  [/\b(bearer|token|secret|password|cookie|code|state)([=:]\s*|\s+)[^\s&"',;]{6,}/gi, '$1$2[secret]'],
];

/** Messages of drivers and mail servers quote what they were given. */
export const withoutPrivate = (text: string): string =>
  PRIVATE.reduce((left, [pattern, instead]) => left.replace(pattern, instead), text);

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
  console.error(line('error', event, { ...detail, error: withoutPrivate(text) }));
}
