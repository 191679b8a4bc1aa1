import { share } from '../criteria/match-criterion';
import type { PreparedExercise } from '../criteria/prepare-exercise';
import type { Passage } from '../criteria/read-passages';

/** Share of a deciding constraint's words that counts as naming it. */
const NAMES_IT = 0.4;

/**
 * Whether the prose carries an unusual pick: a passage names a deciding constraint of the scenario, two figures are
 * used, and a passage says under which condition the decision would be reversed.
 */
export function isCarried(exercise: PreparedExercise, passages: readonly Passage[]): boolean {
  const namesConstraint = passages.some((passage) =>
    exercise.deciding.some((idea) => share(idea, passage.keys) >= NAMES_IT),
  );
  const figures = new Set(passages.flatMap((passage) => passage.numbers.map((number) => number.values[0]))).size;
  const reverses = passages.some((passage) => passage.cues.reversal > 0 && passage.cues.condition > 0);
  return namesConstraint && figures >= 2 && reverses;
}
