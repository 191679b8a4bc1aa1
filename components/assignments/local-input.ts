const two = (part: number) => String(part).padStart(2, '0');

/** An instant as the value of a datetime-local input: to the minute, in the zone of this browser. */
export function toLocalInput(at: number): string {
  const date = new Date(at);
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** The instant that such a value means in the zone of this browser; null for one that is not filled in. */
export function fromLocalInput(value: string): number | null {
  if (value === '') return null;
  const at = new Date(value).getTime();
  return Number.isFinite(at) ? at : null;
}
