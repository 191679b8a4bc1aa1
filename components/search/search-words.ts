import type { SearchAnswer } from '@/schemas/search';

/** Said before anything is typed, and again where nothing was found. */
export const WHAT_IS_SEARCHED = 'Lessons by section, published cases, claims of the two documents, and the glossary.';
export const WHAT_IS_NOT = 'Quizzes, exercises and your own records are not searched.';

/** The outcome in one sentence, also for those who do not see the list change. */
export function outcomeOf({ query, groups }: SearchAnswer): string {
  const found = groups.reduce((sum, { total }) => sum + total, 0);
  if (found === 0) return `Nothing found for “${query}”.`;
  return `${found} ${found === 1 ? 'place' : 'places'} found for “${query}”.`;
}
