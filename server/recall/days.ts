import 'server-only';

/** Without a zone named by a browser the days are those of UTC. */
export const FALLBACK_ZONE = 'UTC';

const writers = new Map<string, Intl.DateTimeFormat>();

function writerOf(timeZone: string): Intl.DateTimeFormat {
  const known = writers.get(timeZone);
  if (known) return known;
  const writer = new Intl.DateTimeFormat('en-GB', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  writers.set(timeZone, writer);
  return writer;
}

/** The day of an instant in a time zone, `YYYY-MM-DD`; such days compare as text. */
export function dayOf(at: number, timeZone: string | null): string {
  const parts = writerOf(timeZone ?? FALLBACK_ZONE).formatToParts(at);
  const part = (type: string) => parts.find((entry) => entry.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

const HALF_DAY_MS = 43_200_000;

/** About the middle of a calendar day in a time zone: whoever moves a few zones later is still asked on that day. */
export function middayOf(day: string, timeZone: string | null): number {
  const noon = Date.parse(`${day}T12:00:00Z`);
  const there = dayOf(noon, timeZone);
  if (there === day) return noon;
  return there > day ? noon - HALF_DAY_MS : noon + HALF_DAY_MS;
}

/** The same day some months later; the last day of that month where it is shorter. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

const DAY_MS = 86_400_000;

/** Monday of the week that a day belongs to. */
export function mondayOf(day: string): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  const sinceMonday = (new Date(at).getUTCDay() + 6) % 7;
  return new Date(at - sinceMonday * DAY_MS).toISOString().slice(0, 10);
}
