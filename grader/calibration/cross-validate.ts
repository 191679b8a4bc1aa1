import { type CriterionModel, levelChances, likelyLevel } from '../criteria/criterion-model';
import { fitIsotonic, type Step } from '../statistics/fit-isotonic';
import { fitModel, type MeasuredLabel } from './fit-model';

const LABEL = { none: 0, half: 0.5, full: 1 } as const;

/** Fewest judgements behind one stated chance of agreement. */
const FEWEST = 60;

/** Models of unseen scenarios judge few short texts: every third passage is enough for them. */
const PASSAGE_STEP = 3;

/** A judgement by weights that have not seen its scenario: its raw chance, and whether the marker said the same. */
export interface UnseenJudgement {
  readonly exercise: string;
  readonly raw: number;
  readonly isHit: boolean;
}

const rounded = (value: number) => Math.round(value * 1e4) / 1e4;

/** How often a level was right, by its chance. */
export const agreementSteps = (judgements: readonly UnseenJudgement[]): Step[] =>
  fitIsotonic(judgements, FEWEST).map(({ raw, chance }) => ({ raw: rounded(raw), chance: rounded(chance) }));

/** For each scenario, weights fitted on all others, and the judgements that they make on it. */
export function leaveOneScenarioOut(rows: readonly MeasuredLabel[], passages: readonly MeasuredLabel[]) {
  const scenarios = [...new Set(rows.map((row) => row.exercise))];
  const models = new Map<string, CriterionModel>();
  const judgements: UnseenJudgement[] = [];
  for (const held of scenarios) {
    const others = rows.filter((row) => row.exercise !== held);
    const model = fitModel(
      others,
      passages.filter((row, at) => row.exercise !== held && at % PASSAGE_STEP === 0),
      [],
    );
    models.set(held, model);
    for (const row of rows.filter(({ exercise }) => exercise === held)) {
      const chances = levelChances(model, row.features, row.words);
      const level = likelyLevel(chances);
      judgements.push({ exercise: held, raw: chances[level], isHit: LABEL[level] === row.label });
    }
  }
  return { models, judgements };
}

/**
 * For each scenario, the model that an unseen exercise would get: weights fitted on the others, and stated confidence
 * from how such weights did on the others.
 */
export function unseenModels(
  rows: readonly MeasuredLabel[],
  passages: readonly MeasuredLabel[],
): Map<string, CriterionModel> {
  const { models, judgements } = leaveOneScenarioOut(rows, passages);
  return new Map(
    [...models].map(([held, model]) => [
      held,
      { ...model, agreement: agreementSteps(judgements.filter(({ exercise }) => exercise !== held)) },
    ]),
  );
}
