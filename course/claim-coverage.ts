import type { InspectedLesson } from './load-lessons';

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
