import 'server-only';

/** What a page is told that still shows an attempt which was closed elsewhere. */
export const ATTEMPT_CLOSED =
  'This exercise was started over in another tab or on another device, and has other figures now. Your text is kept; reload the page to see the new figures.';
