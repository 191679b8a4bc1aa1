import { z } from 'zod';
import { ScenarioIdSchema } from './ids';

/** Used in formulas, hence an underscore and no hyphen. */
const FigureIdSchema = z.string().regex(/^[a-z][a-z0-9_]*$/, 'expected small letters, digits and _');
const FormulaSchema = z.string().min(1).describe('Ids of figures, digits and + - * / ( ).');
const NearSchema = z
  .array(z.string().min(1))
  .min(1)
  .describe('Only a number with one of these words near it, on the same line, is this figure.');
const UnitSchema = z.string().min(1).describe('ms, s, MB, MiB, % …: lets "0.16 s" be read as 160 ms and 0.22 as 22 %.');

const FigureSchema = z.strictObject({
  id: FigureIdSchema,
  base: z.number().positive().describe('As it stands in the files of the exercise: variant 0.'),
  values: z.array(z.number().positive()).min(1).max(3).describe('In variant 1, 2 and 3.'),
  with: NearSchema.optional(),
  unit: UnitSchema.optional(),
});

const WorkedFigureSchema = z.strictObject({ formula: FormulaSchema, with: NearSchema.optional() });

const DerivedFigureSchema = z.strictObject({
  id: FigureIdSchema,
  formula: FormulaSchema,
  with: NearSchema.optional(),
  unit: UnitSchema.optional(),
});

const PhraseSchema = z.strictObject({
  base: z.string().min(2).describe('Words as they stand in the files, such as "about five postings".'),
  values: z.array(z.string().min(2)).min(1).max(3).describe('What takes their place in variant 1, 2 and 3.'),
});

/** exercises/Sxx/variants.yaml: the exercise told with other figures. Ids and the decision stay the same in all. */
export const VariantsSchema = z.strictObject({
  scenario: ScenarioIdSchema,
  figures: z.array(FigureSchema).min(1),
  worked_numbers: z
    .array(WorkedFigureSchema)
    .describe('One for each of the worked numbers of scenario.yaml, in their order.'),
  derived: z.array(DerivedFigureSchema).default([]).describe('Other numbers of the texts that rest on figures.'),
  phrases: z.array(PhraseSchema).default([]),
  keeps: z.array(z.string().min(2)).default([]).describe('Words whose number only looks like a figure, and stays.'),
});
export type Variants = z.infer<typeof VariantsSchema>;
export type DerivedFigure = z.infer<typeof DerivedFigureSchema>;

/** One number that has another value when the same thing is told with other figures. */
export interface NumberExchange {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly with: readonly string[] | null;
  readonly unit: string | null;
  /** The result of a sum is also met rounded; a figure of the brief is only met as it is. */
  readonly isDerived: boolean;
}

/** Everything that is exchanged in a text. Plain data: it travels to the grading thread as JSON. */
export interface ExchangeTable {
  readonly numbers: readonly NumberExchange[];
  readonly phrases: readonly { readonly from: string; readonly to: string }[];
  readonly keeps: readonly string[];
}
