import type { Variation } from '@/schemas/course';
import type { Scenario } from '@/schemas/scenario';
import type { ExchangeTable, NumberExchange, Variants } from '@/schemas/variant';
import { evaluateFormula } from './evaluate-formula';

/** Of each figure its value in one variant; 0 is the exercise as it stands in its files. */
export function figureValues({ figures }: Variants, variant: number): ReadonlyMap<string, number> {
  return new Map(figures.map(({ id, base, values }) => [id, variant === 0 ? base : (values[variant - 1] ?? base)]));
}

/** A formula with numbers in place of the ids of figures. An unknown id stays, and then the formula has no value. */
export function fillFormula(formula: string, values: ReadonlyMap<string, number>): string {
  return formula.replace(/[a-z][a-z0-9_]*/g, (id) => String(values.get(id) ?? id));
}

/** Enough digits for every rounding that a text makes, few enough to be read; whole numbers stay whole. */
const readable = (value: number): number => {
  const whole = Math.round(value);
  return Math.abs(value - whole) <= 1e-9 * Math.abs(value) ? whole : Number(value.toPrecision(5));
};

/** The value of a formula over figures in one variant; null where it has none. */
export function derive(formula: string, variants: Variants, variant: number): number | null {
  const value = evaluateFormula(fillFormula(formula, figureValues(variants, variant)));
  return value === null ? null : readable(value);
}

/** Every number that variants tell otherwise, as the files have it and as one variant has it. */
export function numberExchanges(scenario: Scenario, variants: Variants, variant: number): NumberExchange[] {
  const figures = variants.figures.map(({ id, base, values, with: near, unit }) => ({
    id,
    from: base,
    to: values[variant - 1] ?? base,
    with: near ?? null,
    unit: unit ?? null,
    isDerived: false,
  }));
  const worked = variants.worked_numbers.map(({ formula, with: near }, index) => {
    const unit = scenario.worked_numbers[index]?.unit ?? null;
    return { id: `worked_numbers[${index}]`, formula, with: near, unit: unit === 'percent' ? '%' : unit };
  });
  const sums = [...worked, ...variants.derived].flatMap(({ id, formula, with: near, unit }) => {
    const [from, to] = [derive(formula, variants, 0), derive(formula, variants, variant)];
    if (from === null || to === null) return [];
    return [{ id, from, to, with: near ?? null, unit: unit ?? null, isDerived: true }];
  });
  return [...figures, ...sums];
}

/** How the texts of the files are told in one variant. */
export function forwardTable(scenario: Scenario, variants: Variants, variant: number): ExchangeTable {
  return {
    numbers: numberExchanges(scenario, variants, variant),
    phrases: variants.phrases.map(({ base, values }) => ({ from: base, to: values[variant - 1] ?? base })),
    keeps: variants.keeps,
  };
}

/** How a text about one variant is read back to the figures of the files. */
export function backTables(
  scenario: Scenario,
  variants: Variants,
  variant: number,
): Pick<Variation, 'back' | 'strict'> {
  const { numbers, phrases, keeps } = forwardTable(scenario, variants, variant);
  const changed = numbers.filter(({ from, to }) => from !== to);
  const turned = changed.map((exchange) => ({ ...exchange, from: exchange.to, to: exchange.from }));
  const told = phrases.map(({ from, to }) => ({ from: to, to: from }));
  return {
    back: { numbers: turned, phrases: told, keeps },
    // What is right in the variant comes first: of two readings that fit alike it is the one that is meant.
    strict: { numbers: [...turned, ...changed], phrases: [...told, ...phrases], keeps },
  };
}
