import space from '../data/phrase-space.json';
import stored from '../data/probe-model.json';
import type { PhraseSpace } from '../meaning/phrase-space';
import type { Logistic } from '../statistics/fit-logistic';
import type { PhraseModel } from './stance';

/** Weights fitted on the authored probes alone, by `npm run calibrate`; no sample answer takes part. */
export interface ProbeModel {
  /** Whether two statements say the same thing. */
  readonly pair: Logistic;
  /** Whether a stretch of text argues for a point (positive) or waves one aside. */
  readonly stance: PhraseModel;
  /** Whether a passage reads like one that settles a criterion (positive) or like one that comes near and earns nothing. */
  readonly substance: PhraseModel;
  /** Whether a passage carries a point through (positive) or only touches it. */
  readonly carried: PhraseModel;
  /** Whether a passage touches a point (positive) or comes near and earns nothing. */
  readonly touched: PhraseModel;
  /** Where texts lie by what they are about. */
  readonly space: PhraseSpace;
}

export const SHIPPED_PROBE_MODEL: ProbeModel = { ...stored.model, space: space.model };
