import { MOST_SEED } from '@/course/choose-variant';

/**
 * Chooses which figures somebody meets. No secret and no name: a whole number, given to a visitor's browser with the
 * first exercise page (proxy.ts), so that the facts that they read are those that they are graded by.
 */
export const STUDY_SEED_COOKIE = 'study_seed';

/** The seed in a cookie's value, or null where it is none. */
export function parseSeed(value: string | undefined): number | null {
  const seed = /^\d{1,10}$/.test(value ?? '') ? Number(value) : Number.NaN;
  return seed <= MOST_SEED ? seed : null;
}
