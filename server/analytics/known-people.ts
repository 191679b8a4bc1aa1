import 'server-only';
import type { CohortPerson } from './cohort-people';
import type { PartFacts } from './read-part';

/** What one person did, and the dates of what they have not done: everything of a board but today's date. */
export interface PersonWork {
  readonly read: ReadonlySet<string>;
  readonly answers: NonNullable<ReturnType<PartFacts['answers']['get']>>;
  readonly wrongItems: NonNullable<ReturnType<PartFacts['wrongItems']['get']>>;
  readonly exercises: NonNullable<ReturnType<PartFacts['exercises']['get']>>;
  readonly times: ReturnType<PartFacts['times']['get']>;
  readonly openDates: readonly number[];
}

/** One person's share of what was read of a part. */
export function workOf(learnerId: string, facts: PartFacts, openDates: readonly number[]): PersonWork {
  return {
    read: facts.reads.get(learnerId) ?? new Set(),
    answers: facts.answers.get(learnerId) ?? new Map(),
    wrongItems: facts.wrongItems.get(learnerId) ?? [],
    exercises: facts.exercises.get(learnerId) ?? new Map(),
    times: facts.times.get(learnerId),
    openDates,
  };
}

/** Smaller cohorts are read whole each time: that takes less than a second. */
export const KNOWN_FROM = 500;

/**
 * The people of a large cohort as they were read last, by how often something of theirs had been written: of ten thousand
 * a few have done anything since, and only those are read again. `sign` is what else it was read for: the assignments.
 */
export class KnownPeople {
  #sign = '';
  #people = new Map<string, { readonly writes: number; readonly work: PersonWork }>();

  get({ learnerId, writes }: CohortPerson, sign: string): PersonWork | null {
    const known = this.#sign === sign ? this.#people.get(learnerId) : undefined;
    return known?.writes === writes ? known.work : null;
  }

  /** These and nobody else: whoever left the cohort is forgotten. */
  replace(read: readonly { readonly person: CohortPerson; readonly work: PersonWork }[], sign: string): void {
    this.#sign = sign;
    this.#people =
      read.length < KNOWN_FROM
        ? new Map()
        : new Map(read.map(({ person: { learnerId, writes }, work }) => [learnerId, { writes, work }]));
  }
}
