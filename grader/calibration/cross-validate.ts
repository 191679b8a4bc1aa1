import { type CriterionModel, levelChances, likelyLevel } from '../criteria/criterion-model';
import { fitIsotonic, type Step } from '../statistics/fit-isotonic';
import { fitModel, type MeasuredLabel } from './fit-model';

const LABEL = { none: 0, half: 0.5, full: 1 } as const;

/** Fewest judgements behind one stated chance of agreement. */
const FEWEST = 40;

const scenariosOf = (rows: readonly MeasuredLabel[]) => [...new Set(rows.map((row) => row.exercise))];

/** How often the likeliest level was right, by its chance: each scenario judged by weights fitted on the others. */
export function agreementSteps(rows: readonly MeasuredLabel[]): Step[] {
  const pairs = scenariosOf(rows).flatMap((held) => {
    const model = fitModel(
      rows.filter((row) => row.exercise !== held),
      [],
    );
    return rows
      .filter((row) => row.exercise === held)
      .map((row) => {
        const chances = levelChances(model, row.features);
        const level = likelyLevel(chances);
        return { raw: chances[level], isHit: LABEL[level] === row.label };
      });
  });
  return fitIsotonic(pairs, FEWEST).map(({ raw, chance }) => ({
    raw: Math.round(raw * 1e4) / 1e4,
    chance: Math.round(chance * 1e4) / 1e4,
  }));
}

/** For each scenario, the model fitted on all others, calibration included: what an unseen exercise would get. */
export function leaveOneScenarioOut(rows: readonly MeasuredLabel[]): Map<string, CriterionModel> {
  return new Map(
    scenariosOf(rows).map((held) => {
      const others = rows.filter((row) => row.exercise !== held);
      return [held, fitModel(others, agreementSteps(others))];
    }),
  );
}
