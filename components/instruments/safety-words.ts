import type { Outcome } from './models/safety-incidents';

export const OUTCOME_WORD: Readonly<Record<Outcome, string>> = {
  refused: 'ruled out',
  stopped: 'caught running',
  passes: 'passes',
};
