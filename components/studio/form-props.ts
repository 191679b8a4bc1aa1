import type { DecisionRecord } from '@/schemas/decision';

/** What each part of the form works on. */
export interface FormProps {
  readonly record: DecisionRecord;
  readonly change: (part: Partial<DecisionRecord>) => void;
}
