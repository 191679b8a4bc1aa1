import type { ScenarioId } from '@/schemas/ids';
import { share } from '../criteria/match-criterion';
import type { PreparedExercise } from '../criteria/prepare-exercise';
import type { Passage } from '../criteria/read-passages';

/** Share of the tempting mistake's words that counts as making it. */
const MAKES_IT = 0.5;

/**
 * Ids of misconceptions that the text states. So far only the tempting mistake of the scenario itself, such as
 * `s01-tempting`, and only where one passage states it without negation or denial.
 */
export function findMisconceptions(
  scenario: ScenarioId,
  exercise: PreparedExercise,
  passages: readonly Passage[],
): string[] {
  const isMade = passages.some(
    (passage) =>
      passage.negations === 0 && passage.cues.denial === 0 && share(exercise.tempting, passage.keys) >= MAKES_IT,
  );
  return isMade ? [`${scenario.toLowerCase()}-tempting`] : [];
}
