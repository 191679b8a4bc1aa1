import type { Evidence, Grade } from '@/schemas/grade';
import type { Reading } from './read-back';

/** A grade of a text that was read back, with every quote as its learner wrote it. Sums are found there already. */
export function inOwnWords(grade: Grade, reading: Reading): Grade {
  if (reading.text === reading.own) return grade;
  const own = ({ start, end }: Evidence): Evidence => {
    const place = reading.toOwn(start, end);
    return { ...place, quote: reading.own.slice(place.start, place.end) };
  };
  return {
    ...grade,
    criteria: grade.criteria.map((criterion) => ({ ...criterion, evidence: criterion.evidence.map(own) })),
    contradictions: grade.contradictions.map((found) => ({ ...found, evidence: own(found.evidence) })),
    ...(grade.misconceptionEvidence
      ? {
          misconceptionEvidence: grade.misconceptionEvidence.map(({ id, evidence }) => ({
            id,
            evidence: own(evidence),
          })),
        }
      : {}),
    ...(grade.boundaryContradiction
      ? {
          boundaryContradiction: {
            ...grade.boundaryContradiction,
            evidence: own(grade.boundaryContradiction.evidence),
          },
        }
      : {}),
  };
}
