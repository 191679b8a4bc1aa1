import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { AttackPaths } from './attack-paths';
import { Bottleneck } from './bottleneck';
import { BoundaryCost } from './boundary-cost';
import { ContradictionBoard } from './contradiction-board';
import { DecisionTrees } from './decision-trees';
import { DomainMap } from './domain-map';
import { EvidenceGrader } from './evidence-grader';
import { FeedbackLoop } from './feedback-loop';
import { FlipPoint } from './flip-point';
import { HeapCap } from './heap-cap';
import { LatencyBudget } from './latency-budget';
import { PercentileExplorer } from './percentile-explorer';
import { SafetyMatrix } from './safety-matrix';
import { TeamPlanner } from './team-planner';

test.each([
  ['the latency budget', <LatencyBudget key="budget" />],
  ['the percentile explorer', <PercentileExplorer key="percentiles" />],
  ['the heap', <HeapCap key="heap" />],
  ['the decision trees', <DecisionTrees key="trees" />],
  ['the evidence grader', <EvidenceGrader key="evidence" />],
  ['the flip point', <FlipPoint key="flip" />],
  ['the board of contradictions', <ContradictionBoard key="board" />],
  ['the map of domains', <DomainMap key="domains" />],
  ['the attack paths', <AttackPaths key="attacks" />],
  ['the safety matrix', <SafetyMatrix key="safety" />],
  ['the bottleneck', <Bottleneck key="bottleneck" />],
  ['the boundary', <BoundaryCost key="boundary" />],
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
