import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { LearnerCriterionSchema } from '@/schemas/result';
import { ProofText } from './proof-text';

const TEXT = 'We keep Go.\n\nFour of six can ship it on Monday.';
const QUOTE = 'Four of six can ship it on Monday.';

const criterion = (title: string, given: object) => ({
  ...LearnerCriterionSchema.parse({
    id: 'S01-1',
    title,
    hint: 'What decides?',
    points: 0,
    max: 4,
    level: 'none',
    confidence: 0.8,
    evidence: [],
    feedback: '',
    type: 'actionable',
    reread: [],
    ...given,
  }),
  descriptors: null,
});
const start = TEXT.indexOf(QUOTE);
const CRITERIA = [
  criterion('Skills decide', { level: 'full', points: 4, evidence: [{ start, end: TEXT.length, quote: QUOTE }] }),
  criterion('What would reverse it', { id: 'S01-2' }),
  criterion('Met without a quote', { id: 'S01-3', level: 'full', points: 4 }),
];

test('the margin says for what a sentence was quoted and the level; the foot, what no sentence was quoted for', () => {
  const html = renderToStaticMarkup(<ProofText text={TEXT} criteria={CRITERIA} isAnnotated />);
  const [above = '', below = ''] = html.split('No sentence was quoted for');
  expect(above).toMatch(/href="#criterion-1".*Skills decide.*met.*Four of six/s);
  expect(above).not.toContain('What would reverse it');
  expect(below).toMatch(/href="#criterion-2".*What would reverse it/s);
  expect(below).not.toContain('Met without a quote');
});

test('without notes the margin holds numerals, and words for whoever does not see where they stand', () => {
  const html = renderToStaticMarkup(<ProofText text={TEXT} criteria={CRITERIA} />);
  expect(html).toContain('Skills decide, met');
  expect(html).not.toContain('No sentence was quoted for');
});
