import { z } from 'zod';
import { EstimateSchema } from './estimate';
import { CriterionIdSchema, InstantSchema, ItemIdSchema, LessonIdSchema, LocalIdSchema, ScenarioIdSchema } from './ids';

/** Why somebody should look at an item, most pressing first. */
export const ItemProblemKindSchema = z.enum([
  'negative-discrimination',
  'best-take-distractor',
  'low-discrimination',
  'too-hard',
  'too-easy',
  'unused-distractor',
  'too-slow',
]);
export type ItemProblemKind = z.infer<typeof ItemProblemKindSchema>;

export const ItemProblemSchema = z.strictObject({
  kind: ItemProblemKindSchema,
  optionIds: z.array(LocalIdSchema).describe('The options it is about; empty where it is about the whole.'),
});
export type ItemProblem = z.infer<typeof ItemProblemSchema>;

/** A share in each fifth of the rest score, weakest first; null where nobody is in it. */
const CurveSchema = z.array(z.number().min(0).max(1).nullable());

export const OptionFiguresSchema = z.strictObject({
  id: LocalIdSchema,
  isKey: z.boolean(),
  rate: EstimateSchema.describe('Share of people who took it.'),
  curve: CurveSchema.nullable().describe('Null where there are too few for fifths.'),
});
export type OptionFigures = z.infer<typeof OptionFiguresSchema>;

/** What finished first attempts say about one wording of an item. */
export const ItemFiguresSchema = z.strictObject({
  n: z.int().nonnegative(),
  difficulty: EstimateSchema.describe('Share of people who were right.'),
  discrimination: EstimateSchema.describe('Correlation with the rest of the quiz, the item itself left out.'),
  fifths: z.array(z.int().nonnegative()).describe('People in each fifth of the rest score, weakest first.'),
  curve: CurveSchema.nullable(),
  options: z.array(OptionFiguresSchema),
  medianSeconds: EstimateSchema,
});
export type ItemFigures = z.infer<typeof ItemFiguresSchema>;

/** One wording of an item over time; `hash` null for answers from before wordings were kept. */
export const ItemVersionSchema = z.strictObject({
  hash: z.string().nullable(),
  isCurrent: z.boolean(),
  since: InstantSchema.describe('When the first answer to it was given.'),
  figures: ItemFiguresSchema.pick({ n: true, difficulty: true, discrimination: true }),
});
export type ItemVersion = z.infer<typeof ItemVersionSchema>;

export const ItemStatisticsSchema = z.strictObject({
  itemId: ItemIdSchema,
  lessonId: LessonIdSchema,
  figures: ItemFiguresSchema,
  versions: z.array(ItemVersionSchema).describe('Oldest first.'),
  problems: z.array(ItemProblemSchema),
});
export type ItemStatistics = z.infer<typeof ItemStatisticsSchema>;

export const CriterionStatisticsSchema = z.strictObject({
  criterionId: CriterionIdSchema,
  scenarioId: ScenarioIdSchema,
  n: z.int().nonnegative(),
  levels: z.strictObject({
    none: z.int().nonnegative(),
    half: z.int().nonnegative(),
    full: z.int().nonnegative(),
  }),
  difficulty: EstimateSchema.describe('Mean share of the points.'),
  discrimination: EstimateSchema.describe('Correlation of its points with those of the other criteria.'),
  problems: z.array(
    ItemProblemKindSchema.extract(['negative-discrimination', 'low-discrimination', 'too-hard', 'too-easy']),
  ),
});
export type CriterionStatistics = z.infer<typeof CriterionStatisticsSchema>;

/** Everything that was counted at once for some cohorts. It names no person. */
export const ItemAnalysisSchema = z.strictObject({
  items: z.array(ItemStatisticsSchema),
  quizzes: z.array(z.strictObject({ lessonId: LessonIdSchema, n: z.int().nonnegative(), alpha: EstimateSchema })),
  criteria: z.array(CriterionStatisticsSchema),
  exercises: z.array(z.strictObject({ scenarioId: ScenarioIdSchema, n: z.int().nonnegative(), alpha: EstimateSchema })),
});
export type ItemAnalysis = z.infer<typeof ItemAnalysisSchema>;
