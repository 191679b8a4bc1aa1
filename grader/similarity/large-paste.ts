import type { LargePaste, Pastes } from '@/schemas/paste';

/** A quoted source or a heading is shorter. */
const FEWEST = 400;
/** Below that most of the text was typed here. */
const LEAST_SHARE = 0.3;

/**
 * What is worth telling a person about pasting: one paste of at least 400 characters that is at least three tenths of
 * the text. Null for everything else. The counts come from a browser and may be wrong either way, and many people write
 * elsewhere: no grade and no queue depends on it. A paste that is longer than the text was shortened since.
 */
export function largePaste(pastes: Pastes | null, text: string): LargePaste | null {
  const total = text.length;
  if (!pastes || total === 0) return null;
  const largest = Math.min(pastes.largest, total);
  return largest >= FEWEST && largest >= total * LEAST_SHARE ? { largest, total } : null;
}
