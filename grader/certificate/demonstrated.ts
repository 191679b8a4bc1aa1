import type { ModuleId, ScenarioId } from '@/schemas/ids';
import { bestHandIn } from '../best-hand-in';
import { isExercisePassed } from '../passing';

/** A graded draft that its learner may see, with the titles of the rubric it was graded by. */
export interface GradedDraft {
  readonly scenarioId: ScenarioId;
  readonly number: number;
  readonly overall: number;
  readonly metInFull: readonly string[];
}

interface ModuleOfExercises {
  readonly id: ModuleId;
  readonly exercises: readonly { readonly id: ScenarioId }[];
}

/** The best draft of every exercise that was passed. */
export function passedDrafts<Draft extends GradedDraft>(
  drafts: readonly Draft[],
  rule: { readonly exerciseOverall: number },
): Draft[] {
  return [...new Set(drafts.map(({ scenarioId }) => scenarioId))].flatMap((id) => {
    const best = bestHandIn(drafts.filter(({ scenarioId }) => scenarioId === id));
    return best && isExercisePassed(best.overall, rule) ? [best] : [];
  });
}

/**
 * One exercise a module, because one is what a module asks for and a page has an end: of those passed the one with most
 * criteria met in full, and of two alike the first in the module's order. Modules without a passed exercise are left out.
 */
export function demonstratedIn<Draft extends GradedDraft>(
  modules: readonly ModuleOfExercises[],
  passed: readonly Draft[],
): { readonly moduleId: ModuleId; readonly draft: Draft }[] {
  return modules.flatMap(({ id: moduleId, exercises }) => {
    const own = exercises.flatMap(({ id }) => passed.find(({ scenarioId }) => scenarioId === id) ?? []);
    const [draft] = own.toSorted((one, other) => other.metInFull.length - one.metInFull.length);
    return draft ? [{ moduleId, draft }] : [];
  });
}
