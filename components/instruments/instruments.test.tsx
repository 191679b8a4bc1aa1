import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { FeedbackLoop } from './feedback-loop';
import { HeapCap } from './heap-cap';
import { LatencyBudget } from './latency-budget';
import { PercentileExplorer } from './percentile-explorer';
import { TeamPlanner } from './team-planner';

test.each([
  ['the latency budget', <LatencyBudget key="budget" />],
  ['the percentile explorer', <PercentileExplorer key="percentiles" />],
  ['the heap', <HeapCap key="heap" />],
  ['the team planner', <TeamPlanner key="team" />],
  ['the feedback loop', <FeedbackLoop key="loop" />],
])('%s asks for a prediction and holds figure, controls and replies back', (_, instrument) => {
  const html = renderToStaticMarkup(instrument);
  expect(html).toContain('Predict first.');
  expect(html).toContain('What this leaves out.');
  expect(html).toContain('<noscript>');
  expect(html).not.toContain('<svg');
  expect(html).not.toContain('type="range"');
  expect(html).not.toContain('role="status"');
});
