'use client';

import dynamic from 'next/dynamic';

/**
 * Every instrument under the name a lesson writes. Each is a chunk of its own, so that a lesson loads the code of the
 * instruments it shows and of no other; all of them are rendered on the server first.
 */
export const FeedbackLoop = dynamic(() => import('./feedback-loop').then((module) => module.FeedbackLoop));
export const HeapCap = dynamic(() => import('./heap-cap').then((module) => module.HeapCap));
export const LatencyBudget = dynamic(() => import('./latency-budget').then((module) => module.LatencyBudget));
export const PercentileExplorer = dynamic(() =>
  import('./percentile-explorer').then((module) => module.PercentileExplorer),
);
export const TeamPlanner = dynamic(() => import('./team-planner').then((module) => module.TeamPlanner));
