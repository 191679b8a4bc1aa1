import type { LearnerCriterion } from '@/schemas/result';
import type { Criterion } from '@/schemas/rubric';
import type { Span } from './segments';

/** A graded criterion as the proof shows it; descriptors only where they are open to the reader. */
export type ProofCriterion = LearnerCriterion & {
  readonly descriptors: Pick<Criterion, 'asks' | 'full' | 'half'> | null;
};

/** Every quote of every criterion with the criterion's number, which is its place in the ledger from 1. */
export function spansOf(criteria: readonly Pick<ProofCriterion, 'evidence'>[]): Span[] {
  return criteria.flatMap((criterion, index) =>
    criterion.evidence.map(({ start, end }) => ({ criterion: index + 1, start, end })),
  );
}

export const criterionAnchor = (number: number) => `criterion-${number}`;
export const quoteAnchor = (number: number, start: number) => `quote-${number}-${start}`;

/** Where the page shows the parts on which board and text disagree. */
export const CONTRADICTIONS_ANCHOR = 'board-and-text';
