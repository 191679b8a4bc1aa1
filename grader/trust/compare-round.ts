import { LEVEL_SHARE, type Level } from '@/schemas/rubric';
import { type AgreementFigures, answersAgreement, type LevelPair } from '../statistics/agreement';

/** One criterion of a round: what the person gave, what the machine gave, and the reference where there is one. */
export interface RoundLine {
  readonly own: Level;
  readonly machine: Level;
  readonly reference: Level | null;
}

export interface RoundComparison {
  readonly withMachine: AgreementFigures;
  readonly withReference: AgreementFigures;
  /** Of the same answers: what the machine itself reaches. */
  readonly machineWithReference: AgreementFigures;
}

const pair = (one: Level, other: Level): LevelPair => [2 * LEVEL_SHARE[one], 2 * LEVEL_SHARE[other]];

/** The three against one another, by whole answers; those without a reference count only against the machine. */
export function compareRound(answers: readonly (readonly RoundLine[])[]): RoundComparison {
  const referenced = answers
    .map((lines) => lines.flatMap(({ reference, ...line }) => (reference === null ? [] : [{ ...line, reference }])))
    .filter((lines) => lines.length > 0);
  return {
    withMachine: answersAgreement(answers.map((lines) => lines.map(({ own, machine }) => pair(own, machine)))),
    withReference: answersAgreement(referenced.map((lines) => lines.map(({ own, reference }) => pair(own, reference)))),
    machineWithReference: answersAgreement(
      referenced.map((lines) => lines.map(({ machine, reference }) => pair(machine, reference))),
    ),
  };
}
