import type { AnswerReading } from '../probes/read-answer';

/** How near a text must come to stating a belief, and how much nearer than to correcting it, as logits. */
const STATES = 0.15;
const RATHER_THAN_CORRECTS = 0.45;

/** Ids of misconceptions that the text states: of the scenario (such as `s01-tempting`) and of the common list. */
export function findMisconceptions({ misconceptions }: AnswerReading): string[] {
  return misconceptions
    .filter(({ said, score }) => said >= STATES && score >= RATHER_THAN_CORRECTS)
    .map(({ id }) => id);
}
