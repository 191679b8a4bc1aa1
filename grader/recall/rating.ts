import type { Confidence } from '@/schemas/item';
import type { RecallRating } from '@/schemas/recall';
import type { Level } from '@/schemas/rubric';

const RIGHT: Readonly<Record<Confidence, RecallRating>> = { sure: 'easy', 'think-so': 'good', guess: 'hard' };

/**
 * What an outcome says about memory. Wrong: again. Half right, or right by a guess: hard. Right: good. Right and sure:
 * easy. Confidence weighs nothing in an answer that was not right.
 */
export function ratingOf(level: Level, confidence: Confidence): RecallRating {
  if (level === 'full') return RIGHT[confidence];
  return level === 'half' ? 'hard' : 'again';
}

/** From this share of a score on, an item that is not right is half right. */
const HALF = 0.5;

/** The level of an item's score: full where it is right, half where at least half of it is. */
export function levelOfScore({ share, isCorrect }: { readonly share: number; readonly isCorrect: boolean }): Level {
  if (isCorrect) return 'full';
  return share >= HALF ? 'half' : 'none';
}

/** Whether an answer counts as recalled: everything but `again`, as the scheduler itself counts. */
export function isRecalled(rating: RecallRating): boolean {
  return rating !== 'again';
}
