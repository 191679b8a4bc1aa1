import { LEVEL_WORD } from '@/components/ui/level-mark';
import type { ComparedCriterion } from '@/grader/self-assessment/compare-prediction';
import type { Confidence } from '@/schemas/item';

/** The words in which somebody says how sure they are; surest last, as the form offers them. */
export const CERTAINTY_WORD: Readonly<Record<Confidence, string>> = {
  guess: 'a guess',
  'think-so': 'think so',
  sure: 'sure',
};

/** "You expected: met (sure). Graded one level lower." */
export function comparisonWords({ predicted, certainty, off }: ComparedCriterion): string {
  const expected = `You expected: ${LEVEL_WORD[predicted]} (${CERTAINTY_WORD[certainty]}).`;
  if (off === 0) return `${expected} Graded the same.`;
  const levels = Math.abs(off) === 1 ? 'one level' : 'two levels';
  return `${expected} Graded ${levels} ${off > 0 ? 'higher' : 'lower'}.`;
}

/** The whole prediction in a sentence or two. */
export function predictionSummary(compared: readonly ComparedCriterion[]): string {
  const hits = compared.filter(({ off }) => off === 0).length;
  const higher = compared.filter(({ off }) => off < 0).length;
  const lower = compared.filter(({ off }) => off > 0).length;
  const first = `You predicted ${hits} of ${compared.length} criteria as they were graded.`;
  if (higher === 0 && lower === 0) return first;
  const parts = [
    ...(higher > 0 ? [`${higher} you expected higher`] : []),
    ...(lower > 0 ? [`${lower} you expected lower`] : []),
  ];
  return `${first} ${parts.join(', ')}.`;
}
