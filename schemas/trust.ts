import { z } from 'zod';
import { EstimateSchema } from './estimate';
import { CriterionIdSchema, ScenarioIdSchema } from './ids';

const agreement = {
  kappa: EstimateSchema.describe('Quadratic weighted kappa; n counts drafts.'),
  exact: EstimateSchema.describe('Share of criteria with exactly the same level.'),
};

/** The grader held against people over some drafts. */
export const MarkedGroupSchema = z.strictObject({
  n: z.int().nonnegative().describe('Drafts.'),
  ...agreement,
  exercises: z.array(z.strictObject({ scenarioId: ScenarioIdSchema, n: z.int(), ...agreement })),
  criteria: z.array(
    z.strictObject({
      criterionId: CriterionIdSchema,
      scenarioId: ScenarioIdSchema,
      n: z.int(),
      changed: z.int().nonnegative().describe('Where the person gave another level.'),
      ...agreement,
    }),
  ),
  bins: z.array(
    z.strictObject({
      from: z.number(),
      to: z.number(),
      n: z.int().positive(),
      hits: z.int().nonnegative(),
      said: z.number(),
      share: EstimateSchema,
    }),
  ),
});
export type MarkedGroup = z.infer<typeof MarkedGroupSchema>;

/** What people decided about machine grades, counted for some cohorts. It names no person. */
export const TrustFiguresSchema = z.strictObject({
  graded: z.int().nonnegative(),
  decided: MarkedGroupSchema,
  sampled: MarkedGroupSchema.describe('Of those, the drafts that were looked at only because chance chose them.'),
  overridden: EstimateSchema.describe('Share of decided drafts in which a level was changed.'),
  appealed: z.int().nonnegative().describe('Drafts decided on appeal.'),
  upheld: EstimateSchema.describe('Share of those in which a level was changed.'),
});
export type TrustFigures = z.infer<typeof TrustFiguresSchema>;
