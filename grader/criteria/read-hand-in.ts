import { readWindows } from '../meaning/windows';
import type { Detectors } from '../probes/detectors';
import { type ProbeModel, SHIPPED_PROBE_MODEL } from '../probes/probe-model';
import { type AnswerReading, readAnswer } from '../probes/read-answer';
import { readSignals, type Signals } from '../signals/read-signals';
import { readText } from '../text/read-text';
import { matchAnswer } from './features';
import type { CriterionMatch } from './match-criterion';
import type { PreparedExercise } from './prepare-exercise';
import { type Passage, readPassages } from './read-passages';

/** An explanation as the grader reads it: what kind of text it is, its passages, and what it holds of each criterion. */
export interface ReadExplanation {
  readonly signals: Signals;
  readonly passages: readonly Passage[];
  readonly answer: AnswerReading;
  readonly matches: readonly CriterionMatch[];
}

/** Reads an explanation against an exercise. No fitted judgement yet: measurements only. */
export function readExplanation(
  prepared: PreparedExercise,
  explanation: string,
  model: ProbeModel = SHIPPED_PROBE_MODEL,
  detectors?: Detectors,
): ReadExplanation {
  const signals = readSignals(prepared, readText(explanation));
  const passages = readPassages(signals.eligible);
  const answer = readAnswer(prepared.probes, signals.eligible, readWindows(signals.eligible), model, detectors);
  return { signals, passages, answer, matches: matchAnswer(prepared, passages, answer) };
}
