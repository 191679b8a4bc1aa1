import type { CriterionGrade } from '@/schemas/grade';
import { LEVEL_SHARE } from '@/schemas/rubric';
import type { Signals } from '../signals/read-signals';
import { agreementChance, type CriterionModel, type LevelChances, levelChances, likelyLevel } from './criterion-model';
import { feedbackKind, feedbackOf } from './feedback';
import type { CriterionMatch } from './match-criterion';
import type { PreparedExercise } from './prepare-exercise';
import { selectEvidence } from './select-evidence';
import { unjudgedCriterion } from './unjudged-criterion';

/** A judged criterion with the chances behind it. */
export interface JudgedCriterion {
  readonly grade: CriterionGrade;
  readonly chances: LevelChances;
}

const NOTHING: LevelChances = { none: 1, half: 0, full: 0 };

/** Below this fit a passage is no evidence of anything, whatever the rest of the answer looks like. */
const LEAST_FIT = 0.02;

/** Nearness, as a logit, from which the probes alone make a passage worth judging. */
const NEAR = -0.5;
const isNear = ({ reading }: CriterionMatch) => reading.parts.some(({ said }) => said > NEAR);

function judge(
  exercise: PreparedExercise,
  match: CriterionMatch,
  signals: Signals,
  model: CriterionModel,
): JudgedCriterion {
  const { criterion } = match.prepared;
  if (signals.isUnreadable) return { grade: unjudgedCriterion(criterion), chances: NOTHING };
  const isEmpty = match.best === null || (match.best.fit < LEAST_FIT && !isNear(match));
  const chances = isEmpty ? NOTHING : levelChances(model, match.features, signals.words);
  const level = likelyLevel(chances);
  return {
    grade: {
      id: criterion.id,
      max: criterion.points,
      points: criterion.points * LEVEL_SHARE[level],
      level,
      confidence: Math.round(agreementChance(model, chances[level]) * 1e4) / 1e4,
      evidence: level === 'none' ? [] : selectEvidence(signals.eligible, match),
      ...feedbackOf(feedbackKind(level, match, exercise.given)),
    },
    chances,
  };
}

/** Judges every criterion of the rubric, in its order. */
export function judgeCriteria(
  exercise: PreparedExercise,
  matches: readonly CriterionMatch[],
  signals: Signals,
  model: CriterionModel,
): JudgedCriterion[] {
  return matches.map((match) => judge(exercise, match, signals, model));
}
