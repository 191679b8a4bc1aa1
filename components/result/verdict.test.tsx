import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { LearnerCriterionSchema } from '@/schemas/result';
import { FixFirst } from './verdict';

const criteria = [1, 2].map((number) => ({
  ...LearnerCriterionSchema.parse({
    id: `S01-${number}`,
    title: `Criterion ${number}`,
    hint: 'What decides?',
    points: 0,
    max: 4,
    level: 'none',
    confidence: 0.8,
    evidence: [],
    feedback: 'Look again.',
    type: 'actionable',
    reread: [],
  }),
  descriptors: null,
}));

test('what holds the total down comes before the criterion with the most to gain', () => {
  const html = renderToStaticMarkup(<FixFirst criteria={criteria} isContradicted />);
  expect(html).toContain('Fix these two first');
  expect(html.indexOf('href="#board-and-text"')).toBeGreaterThan(-1);
  expect(html.indexOf('href="#board-and-text"')).toBeLessThan(html.indexOf('Criterion 1'));
  expect(html).toContain('stays at 50 % or below');
  expect(html).not.toContain('Criterion 2');
});

test('without it two criteria are named, and without criteria it stands alone', () => {
  expect(renderToStaticMarkup(<FixFirst criteria={criteria} isContradicted={false} />)).toContain('Criterion 2');
  expect(renderToStaticMarkup(<FixFirst criteria={[]} isContradicted />)).toContain('Fix this first');
  expect(renderToStaticMarkup(<FixFirst criteria={[]} isContradicted={false} />)).toBe('');
});
