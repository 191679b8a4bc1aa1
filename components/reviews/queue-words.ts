import type { QueueReason } from '@/schemas/review-desk';

interface Words {
  readonly short: string;
  readonly long: string;
}

/** Reasons in words: short in a list, long where one draft is looked at. None of them presumes anything. */
export const REASON_WORDS: Readonly<Record<QueueReason, Words>> = {
  appealed: { short: 'appealed', long: 'Its learner asks for a person to look at the grade.' },
  returned: { short: 'taken back', long: 'A decision on it was taken back, so it waits again.' },
  unsure: { short: 'grader unsure', long: 'The grader asks for a person.' },
  opinion: { short: 'second opinion differs', long: 'A second opinion differs by two levels, or on passing.' },
  alike: {
    short: 'alike to another text',
    long: 'The text shares much with another one of this exercise. There are honest reasons for that; both stand side by side below.',
  },
  sampled: { short: 'drawn to check the grader', long: 'Drawn at random, to check how well the grader works.' },
};

/** The address of a draft on the desk. */
export const reviewPath = (submissionId: string, cohortId: string, after?: string) =>
  `/instructor/reviews/${submissionId}?cohort=${cohortId}${after ? `&after=${after}` : ''}` as const;

/** The address of a cohort's queue. */
export const queuePath = (cohortId: string) => `/instructor/cohorts/${cohortId}/reviews` as const;

/** The queue after the last decision, with the way to take it back. */
export const queueAfterPath = (cohortId: string, after: string) =>
  `/instructor/cohorts/${cohortId}/reviews?after=${after}` as const;
