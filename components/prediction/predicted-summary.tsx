import Link from 'next/link';
import { comparePrediction } from '@/grader/self-assessment/compare-prediction';
import type { CriterionGrade } from '@/schemas/grade';
import type { Prediction } from '@/schemas/prediction';
import { predictionSummary } from './prediction-words';

interface PredictedSummaryProps {
  readonly prediction: Prediction;
  readonly criteria: readonly Pick<CriterionGrade, 'id' | 'level' | 'judged'>[];
}

/** Above the ledger: how the prediction came out as a whole. Each line of the ledger says its own. */
export function PredictedSummary({ prediction, criteria }: PredictedSummaryProps) {
  const compared = comparePrediction(prediction, criteria);
  if (compared.length === 0) return null;
  return (
    <p>
      {predictionSummary(compared)} <Link href="/calibration">How well you judge yourself, over time</Link>
    </p>
  );
}
