const HOUR = 60;

/** Estimated minutes in words, no more exact than the estimate: to the minute, to five minutes, to the hour. */
export function sayDuration(minutes: number): string {
  if (minutes < HOUR) return `${minutes} min`;
  if (minutes >= 4 * HOUR) return `${Math.round(minutes / HOUR)} hours`;
  const rounded = Math.round(minutes / 5) * 5;
  const rest = rounded % HOUR;
  return rest === 0 ? `${rounded / HOUR} h` : `${Math.floor(rounded / HOUR)} h ${rest} min`;
}
