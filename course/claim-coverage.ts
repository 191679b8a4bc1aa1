import type { Module } from '@/schemas/lesson';
import type { InspectedLesson } from './load-lessons';
import { OUTLINE_FILE } from './load-outline';
import type { Problem } from './problem';

export interface ClaimCoverage {
  /** Claims that a lesson shows as a card or refers to by id. */
  readonly taught: ReadonlySet<string>;
  /** Claims that an item lists. */
  readonly assessed: ReadonlySet<string>;
}

export function claimCoverage(lessons: readonly InspectedLesson[], claimIds: Iterable<string>): ClaimCoverage {
  const ids = [...claimIds];
  const assessed = new Set<string>(lessons.flatMap(({ loaded }) => loaded.quiz.items.flatMap((item) => item.claims)));
  return {
    taught: new Set(ids.filter((id) => lessons.some((lesson) => mentionsClaim(lesson, id)))),
    assessed: new Set(ids.filter((id) => assessed.has(id))),
  };
}

/** A lesson teaches a claim by showing its card or by naming its id in the text. */
export function mentionsClaim({ contents }: InspectedLesson, id: string): boolean {
  if (contents.claims.some((mention) => mention.id === id)) return true;
  // A longer id may start with a shorter one: A-IV-A-1 inside A-IV-A-12 is not a mention.
  const whole = new RegExp(`(?<![A-Za-z0-9-])${id}(?![A-Za-z0-9]|-[A-Za-z0-9])`);
  return contents.prose.some((text) => whole.test(text));
}

/** One problem for all claims that a module still owes, or none. */
export function missingClaims(module: Module, index: number, { taught, assessed }: ClaimCoverage): Problem[] {
  const missing = [
    { ids: module.claims.filter((id) => !taught.has(id)), what: 'not taught, expected a lesson that shows each' },
    {
      ids: module.claims.filter((id) => !assessed.has(id)),
      what: 'not assessed, expected a quiz item that lists each',
    },
  ].filter(({ ids }) => ids.length > 0);
  if (missing.length === 0) return [];
  const message = missing
    .map(({ ids, what }) => `${ids.join(', ')} ${ids.length > 1 ? 'are' : 'is'} ${what}`)
    .join('; ');
  return [{ file: OUTLINE_FILE, path: `modules[${index}].claims`, message: `${module.id}: ${message}` }];
}
