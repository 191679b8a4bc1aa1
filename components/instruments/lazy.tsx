'use client';

import dynamic from 'next/dynamic';

/**
 * Every instrument under the name a lesson writes. Each is a chunk of its own, so that a lesson loads the code of the
 * instruments it shows and of no other; all of them are rendered on the server first.
 */
export const AttackPaths = dynamic(() => import('./attack-paths').then((module) => module.AttackPaths));
export const Bottleneck = dynamic(() => import('./bottleneck').then((module) => module.Bottleneck));
export const BoundaryCost = dynamic(() => import('./boundary-cost').then((module) => module.BoundaryCost));
export const ContradictionBoard = dynamic(() =>
  import('./contradiction-board').then((module) => module.ContradictionBoard),
);
export const DecisionTrees = dynamic(() => import('./decision-trees').then((module) => module.DecisionTrees));
export const DomainMap = dynamic(() => import('./domain-map').then((module) => module.DomainMap));
export const EvidenceGrader = dynamic(() => import('./evidence-grader').then((module) => module.EvidenceGrader));
export const FlipPoint = dynamic(() => import('./flip-point').then((module) => module.FlipPoint));
export const FeedbackLoop = dynamic(() => import('./feedback-loop').then((module) => module.FeedbackLoop));
export const HeapCap = dynamic(() => import('./heap-cap').then((module) => module.HeapCap));
export const LatencyBudget = dynamic(() => import('./latency-budget').then((module) => module.LatencyBudget));
export const PercentileExplorer = dynamic(() =>
  import('./percentile-explorer').then((module) => module.PercentileExplorer),
);
export const SafetyMatrix = dynamic(() => import('./safety-matrix').then((module) => module.SafetyMatrix));
export const TeamPlanner = dynamic(() => import('./team-planner').then((module) => module.TeamPlanner));
