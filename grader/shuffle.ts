import type { Question } from '@/schemas/question';
import { repeatableRandom } from './statistics/repeatable-random';

/** A 32-bit hash of a text (FNV-1a), so that every question of an attempt gets an order of its own. */
function hashed(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

/** The list in an order fixed by the seed (Fisher-Yates). The given list is left as it is. */
export function shuffled<Entry>(list: readonly Entry[], seed: number): Entry[] {
  const random = repeatableRandom(seed);
  const left = [...list];
  const result: Entry[] = [];
  while (left.length > 0) result.push(...left.splice(Math.floor(random() * left.length), 1));
  return result;
}

/** Shuffled so that the result never equals `avoided`: where the seed gives that order, everything moves up by one. */
function shuffledAwayFrom<Entry extends { id: string }>(
  list: readonly Entry[],
  seed: number,
  avoided: readonly string[],
): Entry[] {
  const result = shuffled(list, seed);
  const isAvoided = result.every((entry, index) => entry.id === avoided[index]);
  return isAvoided ? [...result.slice(1), ...result.slice(0, 1)] : result;
}

/**
 * A question with its options in an order fixed by seed and question id, the same on every call. `startsNotIn` is
 * the key of an ordering item, so that the list never starts in the right order; without it, the order in which the
 * question lists its entries is avoided.
 */
export function shuffleQuestion(question: Question, seed: number, startsNotIn?: readonly string[]): Question {
  const own = (seed ^ hashed(question.id)) >>> 0;
  switch (question.type) {
    case 'single-choice':
    case 'multiple-choice':
      return { ...question, options: shuffled(question.options, own) };
    case 'ordering':
      return {
        ...question,
        entries: shuffledAwayFrom(question.entries, own, startsNotIn ?? question.entries.map((entry) => entry.id)),
      };
    case 'matching':
      return { ...question, entries: shuffled(question.entries, own) };
    case 'numeric':
    case 'short-answer':
    case 'spot-the-defect':
      return question;
    default:
      return question satisfies never;
  }
}
