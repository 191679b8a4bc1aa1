import { meanBrier } from './brier-score';
import { type CertaintyRow, certaintyTable } from './certainty-table';
import type { ComparedCriterion } from './compare-prediction';

/** One draft with what was predicted and graded; `key` says which one it was. */
export interface PredictedDraft<Key> {
  readonly key: Key;
  readonly compared: readonly ComparedCriterion[];
}

export interface AssessedDraft<Key> {
  readonly key: Key;
  readonly right: number;
  readonly n: number;
  readonly brier: number;
}

export interface SelfAssessment<Key> {
  readonly right: number;
  readonly n: number;
  /** Null without a prediction. */
  readonly brier: number | null;
  readonly byCertainty: readonly CertaintyRow[];
  readonly drafts: readonly AssessedDraft<Key>[];
}

const isRight = ({ off }: ComparedCriterion) => off === 0;

/** How well somebody foresees their own grades. Drafts keep their order; one without a criterion to compare is left out. */
export function assessSelf<Key>(drafts: readonly PredictedDraft<Key>[]): SelfAssessment<Key> {
  const all = drafts.flatMap(({ compared }) => compared);
  return {
    right: all.filter(isRight).length,
    n: all.length,
    brier: meanBrier(all),
    byCertainty: certaintyTable(all.map((one) => ({ certainty: one.certainty, isRight: isRight(one) }))),
    drafts: drafts.flatMap(({ key, compared }) => {
      const brier = meanBrier(compared);
      return brier === null ? [] : [{ key, right: compared.filter(isRight).length, n: compared.length, brier }];
    }),
  };
}
