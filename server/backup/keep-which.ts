const DAILY = 14;

/** The day in the name of a backup that the server took; null for any other file. */
const dayIn = (name: string): string | null =>
  /^defensible-(\d{4}-\d{2}-\d{2})T\d{6}Z\.jsonl\.gz$/.exec(name)?.[1] ?? null;

/**
 * Which backups of a folder may go: kept are the newest `most`, and the last of each of the fourteen newest days, for a
 * mistake is often noticed a day later. Files with other names are somebody's own and are never named here.
 */
export function removable(names: readonly string[], most: number): readonly string[] {
  const newestFirst = names.filter((name) => dayIn(name) !== null).sort((one, other) => (one < other ? 1 : -1));
  const lastOfDay = new Map<string, string>();
  for (const name of newestFirst) {
    const day = dayIn(name) ?? '';
    if (!lastOfDay.has(day) && lastOfDay.size < DAILY) lastOfDay.set(day, name);
  }
  const kept = new Set([...newestFirst.slice(0, most), ...lastOfDay.values()]);
  return newestFirst.filter((name) => !kept.has(name));
}

/** When a backup was taken that the server named; null for any other file. */
export function takenAt(name: string): number | null {
  const found = /^defensible-(\d{4}-\d{2}-\d{2})T(\d{2})(\d{2})(\d{2})Z\.jsonl\.gz$/.exec(name);
  return found ? Date.parse(`${found[1]}T${found[2]}:${found[3]}:${found[4]}Z`) : null;
}
