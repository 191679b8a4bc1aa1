import type { RecallRating } from '@/schemas/recall';

/** The four ratings in the order of their keys, in the words of the person who rates. */
export const RATINGS: readonly { readonly id: RecallRating; readonly word: string }[] = [
  { id: 'again', word: 'I did not have it' },
  { id: 'hard', word: 'I had half of it' },
  { id: 'good', word: 'I had it' },
  { id: 'easy', word: 'At once' },
];
