import { expect, test } from 'vitest';
import { OpinionGapSchema, OpinionViewSchema } from '@/schemas/opinion';
import { summariseOpinion } from './opinion-words';

const recipient = { id: '0123456789abcdef', name: 'Anthropic', host: 'api.anthropic.com', model: 'claude-1' };
const line = (number: number, standing: string) => ({ id: `S01-${number}`, level: null, standing, evidence: [] });
const given = (standings: readonly string[], reasons: readonly string[] = []) =>
  OpinionViewSchema.parse({
    status: 'given',
    recipient,
    criteria: standings.map((standing, index) => line(index + 1, standing)),
    needsReview: reasons.length > 0,
    reasons,
  });

test('every gap says that the grade stands', () => {
  for (const gap of OpinionGapSchema.options) {
    const words = summariseOpinion(OpinionViewSchema.parse({ status: 'unavailable', recipient, gap }));
    expect(words).toMatch(/^There is no second opinion on this draft\. .+\. The grade above is complete without it\.$/);
  }
});

test('agreement is counted, and distances are named only where there are any', () => {
  expect(summariseOpinion(given(['same', 'same', 'silent']))).toBe(
    'The second opinion gives the same level on 2 of 3 criteria.',
  );
  expect(summariseOpinion(given(['same', 'near', 'far', 'unproven'], ['levels-apart', 'pass-changed']))).toBe(
    'The second opinion gives the same level on 1 of 4 criteria, one level apart on 1, two levels apart on 1. ' +
      'With its levels the answer to “passed?” would be another. ' +
      'No program decides that: the draft is on the list of grades for a person.',
  );
});
