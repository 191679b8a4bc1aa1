import { estimateReading } from './estimate-reading';
import type { InspectedLesson } from './load-lessons';
import type { Problem } from './problem';

/** How far an author's own figure may lie from the estimate. */
const TOLERANCE = 0.3;

/** An author may know better than the estimate, but not by more than 30 %: that is an old figure, or a slip. */
export function checkMinutes({ loaded, contents }: InspectedLesson): Problem[] {
  const { lesson, file } = loaded;
  if (lesson.minutes === undefined) return [];
  const estimate = estimateReading(contents);
  // Whole minutes: for short lessons one minute either side is always allowed.
  const low = Math.max(1, Math.min(estimate - 1, Math.ceil(estimate * (1 - TOLERANCE))));
  const high = Math.max(estimate + 1, Math.floor(estimate * (1 + TOLERANCE)));
  if (lesson.minutes >= low && lesson.minutes <= high) return [];
  const message = `is ${lesson.minutes}, expected ${low} to ${high} (its words and parts come to ${estimate}), or left out`;
  return [{ file, path: 'minutes', message }];
}
