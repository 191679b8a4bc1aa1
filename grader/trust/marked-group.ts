import type { CriterionId, ScenarioId } from '@/schemas/ids';
import { LEVEL_SHARE, type Level } from '@/schemas/rubric';
import type { MarkedGroup } from '@/schemas/trust';
import { answersAgreement, criterionAgreement, type LevelPair } from '../statistics/agreement';
import { confidenceBins } from '../statistics/confidence-bins';
import type { Decision } from './decided-grade';

/** One criterion of one draft, judged twice. */
export interface TwiceMarked {
  readonly criterionId: CriterionId;
  readonly machine: Level;
  readonly person: Level;
  /** How sure the machine said it was. */
  readonly confidence: number;
}

/** One draft, judged by the machine and by a person. */
export interface MarkedDraft {
  readonly scenarioId: ScenarioId;
  readonly criteria: readonly TwiceMarked[];
}

/** The levels of a decision side by side. What the machine could not judge is no level of its own. */
export function toMarkedDraft(scenarioId: ScenarioId, { machine, person }: Decision): MarkedDraft {
  return {
    scenarioId,
    criteria: machine.criteria
      .filter(({ judged }) => judged !== false)
      .flatMap((line) => {
        const decided = person.criteria.find(({ id }) => id === line.id);
        if (!decided) return [];
        const level = line.person?.machineLevel ?? line.level;
        return [{ criterionId: line.id, machine: level, person: decided.level, confidence: line.confidence }];
      }),
  };
}

export const isChanged = ({ criteria }: MarkedDraft): boolean =>
  criteria.some(({ machine, person }) => machine !== person);

const toPair = ({ machine, person }: TwiceMarked): LevelPair => [2 * LEVEL_SHARE[machine], 2 * LEVEL_SHARE[person]];
const pairsOf = (drafts: readonly MarkedDraft[]) => drafts.map(({ criteria }) => criteria.map(toPair));

/** Agreement over all drafts, by exercise and by criterion, and how right the machine was when it was sure. */
export function markedGroup(drafts: readonly MarkedDraft[]): MarkedGroup {
  const scenarioIds = [...new Set(drafts.map(({ scenarioId }) => scenarioId))].sort();
  const all = drafts.flatMap(({ criteria }) => criteria);
  return {
    n: drafts.length,
    ...answersAgreement(pairsOf(drafts)),
    exercises: scenarioIds.map((scenarioId) => {
      const own = drafts.filter((draft) => draft.scenarioId === scenarioId);
      return { scenarioId, n: own.length, ...answersAgreement(pairsOf(own)) };
    }),
    criteria: scenarioIds.flatMap((scenarioId) => {
      const own = drafts.filter((draft) => draft.scenarioId === scenarioId).flatMap(({ criteria }) => criteria);
      const ids = [...new Set(own.map(({ criterionId }) => criterionId))].sort();
      return ids.map((criterionId) => {
        const marks = own.filter((mark) => mark.criterionId === criterionId);
        const changed = marks.filter(({ machine, person }) => machine !== person).length;
        return { criterionId, scenarioId, n: marks.length, changed, ...criterionAgreement(marks.map(toPair)) };
      });
    }),
    bins: confidenceBins(
      all.map(({ confidence, machine, person }) => ({ chance: confidence, isHit: machine === person })),
    ),
  };
}
