import type { RegradeKind, RegradeLineState, RegradeStatus } from '@/schemas/regrade';

export const STATUS_WORDS: Readonly<Record<RegradeStatus, string>> = {
  collecting: 'Looking for drafts',
  grading: 'Grading anew, beside the grades in force',
  ready: 'Preview: nothing has changed yet',
  applying: 'Being applied',
  applied: 'Applied',
  undoing: 'Being taken back',
  undone: 'Taken back',
  dropped: 'Dropped',
};

export const KIND_WORDS: Readonly<Record<RegradeKind, string>> = {
  receipt: 'Rubric or grader changed',
  appeal: 'After an upheld appeal',
};

export const LINE_WORDS: Readonly<Record<RegradeLineState, string>> = {
  waiting: 'waits',
  graded: 'previewed',
  failed: 'could not be graded',
  applied: 'applied',
  kept: 'left as it was',
  'changed-since': 'left: somebody changed it since the preview',
  undone: 'taken back',
  'not-undone': 'not taken back: somebody changed it since',
};

/** A state in which the server is at work. */
export const isWorking = (status: RegradeStatus): boolean =>
  ['collecting', 'grading', 'applying', 'undoing'].includes(status);

export const regradePath = (id: string) => `/instructor/regrades/${id}` as const;
