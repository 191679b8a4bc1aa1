import 'server-only';
import { scenarioTwists } from '@/grader/twists/scenario-twists';
import type { TwistSource } from '@/grader/twists/twist-source';
import type { Exercise } from '@/schemas/course';
import type { Scenario } from '@/schemas/scenario';
import type { TwistRules } from '@/schemas/twist';
import { contentHash } from '../db/json';

/** A twist of an exercise as one hand-in meets it. Server only: it holds the rules. */
export interface FoundTwist {
  readonly source: TwistSource;
  readonly twist: Scenario['twist'];
  readonly rules: TwistRules;
  /** Names the fact as it reads now: a page that was opened with another one is out of date. */
  readonly changeHash: string;
  /** Names what a grade rests on. */
  readonly rulesHash: string;
  readonly of: number;
}

const short = (value: unknown) => contentHash(value).slice(0, 16);

/** Twist `n` of an exercise, told with the figures of the hand-in, counted from 1; null where there is none or nobody wrote its rules. */
export function findTwist(exercise: Exercise, n: number): FoundTwist | null {
  const { scenario, twists } = exercise;
  const [twist, rules] = [scenarioTwists(scenario)[n - 1], twists?.twists[n - 1]];
  if (!twists || !twist || !rules) return null;
  return {
    source: { scenario, twists, index: n - 1 },
    twist,
    rules,
    changeHash: short({ id: rules.id, change: twist.change }),
    rulesHash: short({ change: twist.change, rules }),
    of: twists.twists.length,
  };
}
