import type { HandIn, Scenario } from '@/schemas/scenario';
import type { TwistRules, TwistsFile } from '@/schemas/twist';
import type { TwistAnswer } from '@/schemas/twist-grade';
import { scenarioTwists } from './scenario-twists';

/** Rises with every change that may alter the grade of a round; part of each receipt. */
export const TWIST_GRADER_VERSION = 'twists-1.0.0';

/** What a changed fact is judged by: the exercise's texts and rules, and which of its twists is meant (from 0). */
export interface TwistSource {
  readonly scenario: Scenario;
  readonly twists: TwistsFile;
  readonly index: number;
}

/** The rules of a twist and the words of its change; a twist that is not there is a broken invariant. */
export function selectTwist({ scenario, twists, index }: TwistSource): { rules: TwistRules; twist: Scenario['twist'] } {
  const [rules, twist] = [twists.twists[index], scenarioTwists(scenario)[index]];
  if (!rules || !twist) throw new Error(`${scenario.id} has no twist ${index + 1}`);
  return { rules, twist };
}

/** What a round is graded from. */
export interface TwistRound {
  readonly source: TwistSource;
  /** Content hash of the change and its rules. */
  readonly rulesHash: string;
  /** Picks before the fact changed: those of the hand-in that the round starts from. */
  readonly before: Pick<HandIn, 'choices' | 'boundary'>;
  readonly answer: TwistAnswer;
}
