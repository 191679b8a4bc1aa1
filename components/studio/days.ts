const pad = (value: number) => String(value).padStart(2, '0');
const write = (date: Date) => `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;

/** Today in the reader's own time zone, as YYYY-MM-DD. */
export const today = () => write(new Date());

/** The same day half a year on; the last day of the month where that month is shorter. */
export function inSixMonths(from = new Date()): string {
  const last = new Date(from.getFullYear(), from.getMonth() + 7, 0).getDate();
  return write(new Date(from.getFullYear(), from.getMonth() + 6, Math.min(from.getDate(), last)));
}

/** A calendar day for reading; it belongs to no time zone. */
export function sayDay(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    date,
  );
}
