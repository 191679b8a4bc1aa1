import { createHash } from 'node:crypto';
import { exchangeNumbers } from '@/grader/variants/exchange-numbers';
import { ContraryFileSchema } from '@/schemas/contrary';
import type { Exercise } from '@/schemas/course';
import { ModelAnswersSchema } from '@/schemas/model-answer';
import { RubricSchema } from '@/schemas/rubric';
import { type Scenario, ScenarioSchema } from '@/schemas/scenario';
import { TwistsFileSchema } from '@/schemas/twist';
import type { ExchangeTable, Variants } from '@/schemas/variant';
import { backTables, derive, figureValues, fillFormula, forwardTable } from './figure-values';
import { NAMING_FIELDS } from './texts-of-exercise';

/** A value with every text in it told otherwise; what it is stays for its schema to say. */
function tellOtherwise(value: unknown, table: ExchangeTable): unknown {
  if (typeof value === 'string') return exchangeNumbers(value, table);
  if (Array.isArray(value)) return value.map((entry) => tellOtherwise(entry, table));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [key, NAMING_FIELDS.has(key) ? entry : tellOtherwise(entry, table)]),
  );
}

/** The sums of the scenario with the figures of the variant: formula and result together. */
function workedNumbers(scenario: Scenario, variants: Variants, variant: number) {
  const values = figureValues(variants, variant);
  return scenario.worked_numbers.map((worked, index) => {
    const formula = variants.worked_numbers[index]?.formula;
    const result = formula === undefined ? null : derive(formula, variants, variant);
    return formula === undefined || result === null
      ? worked
      : { ...worked, formula: fillFormula(formula, values), result };
  });
}

function vary(exercise: Exercise, variants: Variants, variant: number): Exercise {
  const { probes, rubricHash } = exercise;
  const table = forwardTable(exercise.scenario, variants, variant);
  const told = ScenarioSchema.parse(tellOtherwise(exercise.scenario, table));
  const worked = workedNumbers(exercise.scenario, variants, variant);
  const scenario = {
    ...told,
    worked_numbers: told.worked_numbers.map((entry, index) => ({ ...entry, ...worked[index], ask: entry.ask })),
  };
  const rubric = RubricSchema.parse(tellOtherwise(exercise.rubric, table));
  const { modelAnswers, twists, contrary } = exercise;
  const tables = backTables(exercise.scenario, variants, variant);
  const base = { scenario: exercise.scenario, rubric: exercise.rubric, probes, rubricHash };
  return {
    ...exercise,
    scenario,
    rubric,
    modelAnswers: modelAnswers && ModelAnswersSchema.parse(tellOtherwise(modelAnswers, table)),
    // Notes and replies are compared with these as they stand: both sides have the figures of the variant.
    twists: twists && TwistsFileSchema.parse(tellOtherwise(twists, table)),
    contrary: contrary && ContraryFileSchema.parse(tellOtherwise(contrary, table)),
    rubricHash: createHash('sha256').update(JSON.stringify({ rubric, probes, tables })).digest('hex').slice(0, 16),
    variation: { id: variant, base, ...tables },
  };
}

/** How many tellings an exercise has, the one in its files included. */
export function countVariants({ variants }: Pick<Exercise, 'variants'>): number {
  return 1 + (variants ? Math.min(...variants.figures.map(({ values }) => values.length)) : 0);
}

/** Whether a stored variant can still be told; the content may have lost it since. */
export const hasVariant = (exercise: Pick<Exercise, 'variants'>, variant: number): boolean =>
  Number.isInteger(variant) && variant >= 0 && variant < countVariants(exercise);

/** Made once per exercise: telling one anew takes a few milliseconds, and every page of it asks. */
const told = new WeakMap<Exercise, Map<number, Exercise>>();

/**
 * The exercise with the figures of one variant in all its texts, its rubric and its sums. Ids, options and the decision
 * are those of the files. 0 is the exercise itself, and so is a variant that it does not have (any more).
 */
export function varyExercise(exercise: Exercise, variant: number): Exercise {
  const { variants } = exercise;
  if (variant === 0 || !variants || !hasVariant(exercise, variant)) return exercise;
  const known = told.get(exercise) ?? new Map<number, Exercise>();
  told.set(exercise, known);
  const varied = known.get(variant) ?? vary(exercise, variants, variant);
  known.set(variant, varied);
  return varied;
}
