import { checkPromises } from './check-promises';
import type { LoadedCourse } from './load-course';
import { checkPlaceholders } from './placeholder';
import type { Problem } from './problem';
import { checkProse } from './prose/check-prose';

/**
 * What an editor asks of a course that already holds together: nothing owed, nothing unwritten, and plain words of our
 * own. The server does not ask it, because a long sentence is no reason to serve nothing.
 */
export function checkEditorial(loaded: LoadedCourse): Problem[] {
  return [...checkPromises(loaded), ...checkPlaceholders(loaded.files), ...checkProse(loaded)];
}
