import type { RebuttalGrade } from '@/schemas/rebuttal';
import { REBUTTAL_GRADER_VERSION, type RebuttalJob } from './rebuttal-source';

/** The grade of a reply that could not be read: it judges nothing and asks for a person. */
export function unjudgedRebuttal({ source, caseHash }: RebuttalJob): RebuttalGrade {
  const nothing = { level: 'none', evidence: [] } as const;
  return {
    case: source.contrary.id,
    standing: 'unjudged',
    answered: null,
    aspects: {
      point: { ...nothing, evidence: [] },
      reason: { ...nothing, evidence: [] },
      condition: { ...nothing, evidence: [] },
    },
    overall: 0,
    needsReview: true,
    receipt: { grader: REBUTTAL_GRADER_VERSION, rubric: caseHash, engine: 'local' },
  };
}
