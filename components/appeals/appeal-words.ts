import type { OwnAppeal } from '@/schemas/appeal';

/** Where an appeal stands, in words for its learner. */
export function stateWords({ state }: Pick<OwnAppeal, 'state'>): string {
  switch (state.status) {
    case 'open':
      return state.isLookedAt ? 'Being looked at' : 'Waits for a person';
    case 'withdrawn':
      return 'Withdrawn';
    case 'upheld':
      return 'Upheld';
    case 'partly':
      return 'Upheld in part';
    case 'rejected':
      return 'Rejected';
    default:
      return state satisfies never;
  }
}

/** The colour that goes with the words, never alone. */
export const STATE_TONES = {
  open: 'accent',
  withdrawn: 'plain',
  upheld: 'met',
  partly: 'partly',
  rejected: 'plain',
} as const;

/** The appeals of one cohort. */
export const appealsPath = (cohortId: string) => `/instructor/cohorts/${cohortId}/appeals` as const;
