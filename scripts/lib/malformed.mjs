/** Longer than any tree of this course, and the most that Next itself reads. */
const MOST_CHARACTERS = 40_000;

/**
 * Whether a request says of the page it comes from what no page of ours says. Next answers 500 to that; it is the
 * request that is wrong. Only the outline is looked at: a list of a segment and an object of further trees.
 */
export function isMalformed(header) {
  if (header === undefined) return false;
  if (header.length > MOST_CHARACTERS) return true;
  try {
    return !isTree(JSON.parse(decodeURIComponent(header)));
  } catch {
    return true;
  }
}

const isSegment = (value) =>
  typeof value === 'string' ||
  (Array.isArray(value) &&
    value.length === 4 &&
    value.slice(0, 3).every((part) => typeof part === 'string') &&
    (value[3] === null || (Array.isArray(value[3]) && value[3].every((part) => typeof part === 'string'))));

const isTree = (value) =>
  Array.isArray(value) &&
  isSegment(value[0]) &&
  typeof value[1] === 'object' &&
  value[1] !== null &&
  !Array.isArray(value[1]) &&
  Object.values(value[1]).every(isTree);
