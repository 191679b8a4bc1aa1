import { forget, isRecord, keep, readJson } from '@/components/exercise/device-copy';

/** How far somebody has read a lesson, by the ids of its sections. Kept in this browser and nowhere else. */
export interface ReadingPlace {
  /** The section that was under the eyes last; null above the first one. */
  readonly at: string | null;
  /** Sections that were passed to their end. */
  readonly read: readonly string[];
}

export const START: ReadingPlace = { at: null, read: [] };

const keyOf = (lessonId: string) => `defensible:place:${lessonId}`;

/** What is kept of a lesson, without sections that it no longer has. */
export function readPlace(lessonId: string, sectionIds: readonly string[]): ReadingPlace {
  const kept = readJson(keyOf(lessonId));
  if (!isRecord(kept)) return START;
  const read = Array.isArray(kept.read)
    ? sectionIds.filter((id) => Array.isArray(kept.read) && kept.read.includes(id))
    : [];
  return { at: sectionIds.find((id) => id === kept.at) ?? null, read };
}

export function keepPlace(lessonId: string, place: ReadingPlace): void {
  if (place.at === null && place.read.length === 0) forget(keyOf(lessonId));
  else keep(keyOf(lessonId), place);
}

/**
 * The place after a look at the page. `tops` says for each section how far below the top of the window its heading
 * stands, `end` the same of the end of the text, `height` how high the window is, all in pixels. The section under the
 * eyes is the last whose heading has come above the middle; a section is read once the next heading, or the end, has.
 */
export function placeAfter(
  before: ReadingPlace,
  tops: readonly { readonly id: string; readonly top: number }[],
  { end, height }: { readonly end: number; readonly height: number },
): ReadingPlace {
  const isAbove = (top: number) => top < height / 2;
  const at = tops.findLast(({ top }) => isAbove(top))?.id ?? null;
  const passed = tops.filter((_, index) => isAbove(tops[index + 1]?.top ?? end - height / 2)).map(({ id }) => id);
  const read = tops.map(({ id }) => id).filter((id) => before.read.includes(id) || passed.includes(id));
  const isSame = at === before.at && read.length === before.read.length;
  return isSame ? before : { at, read };
}
