import { expect, test } from 'vitest';
import { CriterionIdSchema } from '@/schemas/ids';
import { EMPTY_PREDICTION, missingMarks, reducePrediction, toPrediction } from './prediction-machine';
import { comparisonWords, predictionSummary } from './prediction-words';

const [one, two] = [CriterionIdSchema.parse('S01-1'), CriterionIdSchema.parse('S01-2')];
const criteria = [
  { id: one, title: 'The date', points: 10 },
  { id: two, title: 'The sum', points: 10 },
];

test('a prediction is whole when every criterion has a level and a certainty', () => {
  let state = reducePrediction(EMPTY_PREDICTION, { type: 'level-marked', id: one, level: 'full' });
  state = reducePrediction(state, { type: 'certainty-marked', id: one, certainty: 'sure' });
  state = reducePrediction(state, { type: 'level-marked', id: two, level: 'none' });
  expect(missingMarks(state.marks, criteria)).toEqual([two]);
  expect(toPrediction(state.marks, criteria)).toBeNull();
  state = reducePrediction(state, { type: 'found-incomplete', missing: [two] });
  state = reducePrediction(state, { type: 'certainty-marked', id: two, certainty: 'guess' });
  expect(state.sending).toEqual({ status: 'open' });
  expect(toPrediction(state.marks, criteria)).toEqual([
    { id: one, level: 'full', certainty: 'sure' },
    { id: two, level: 'none', certainty: 'guess' },
  ]);
});

test('what is on its way cannot be changed, and comes back whole when it was refused', () => {
  const marked = reducePrediction(EMPTY_PREDICTION, { type: 'level-marked', id: one, level: 'half' });
  const sent = reducePrediction(marked, { type: 'sent', what: 'predicted' });
  expect(reducePrediction(sent, { type: 'level-marked', id: one, level: 'full' })).toBe(sent);
  const back = reducePrediction(sent, { type: 'refused', message: 'Try again.' });
  expect(back).toEqual({ marks: marked.marks, sending: { status: 'failed', message: 'Try again.' } });
});

test('the comparison is said in words', () => {
  const line = { id: one, certainty: 'sure', predicted: 'full', graded: 'none', off: -2 } as const;
  expect(comparisonWords(line)).toBe('You expected: met (sure). Graded two levels lower.');
  expect(comparisonWords({ ...line, certainty: 'guess', graded: 'full', off: 0 })).toBe(
    'You expected: met (a guess). Graded the same.',
  );
  expect(predictionSummary([line, { ...line, off: 0 }])).toBe(
    'You predicted 1 of 2 criteria as they were graded. 1 you expected higher.',
  );
});
