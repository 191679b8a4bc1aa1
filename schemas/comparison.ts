import { z } from 'zod';
import { CommentSchema } from './feedback';
import { CriterionIdSchema, ScenarioIdSchema } from './ids';
import { HandInSummarySchema } from './result';
import { LevelSchema } from './rubric';
import { HandInSchema } from './scenario';

/** One criterion in two drafts of the same exercise. */
export const CriterionChangeSchema = z.strictObject({
  id: CriterionIdSchema,
  title: z.string(),
  before: LevelSchema,
  after: LevelSchema,
  pointsBefore: z.number(),
  pointsAfter: z.number(),
  max: z.number(),
  direction: z.enum(['rose', 'fell', 'same']),
  standing: z
    .enum(['resolved', 'open', 'reopened', 'kept'])
    .describe('Met at last; still open; met before and now not; met in both.'),
});
export type TitledChange = z.infer<typeof CriterionChangeSchema>;

const GradedDraftSchema = z.strictObject({
  number: z.int(),
  overall: z.number(),
  isHeldDown: z.boolean().describe('Its board and its text disagree, so that its total has a ceiling.'),
});

/** What a draft changed against an earlier one, where both grades may be seen. */
export const DraftChangesSchema = z.strictObject({
  before: GradedDraftSchema,
  after: GradedDraftSchema,
  criteria: z.array(CriterionChangeSchema),
  resolved: z.array(CommentSchema).describe('Comments that the later draft no longer gets.'),
  open: z.array(CommentSchema),
});
export type DraftChanges = z.infer<typeof DraftChangesSchema>;

const ComparedDraftSchema = z.strictObject({ summary: HandInSummarySchema, handIn: HandInSchema });

/** Two of one's own drafts side by side. Texts and picks are one's own; grades are there only where both are shown. */
export const DraftComparisonSchema = z.strictObject({
  scenarioId: ScenarioIdSchema,
  scenarioTitle: z.string(),
  components: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  handIns: z.array(HandInSummarySchema).min(2),
  before: ComparedDraftSchema,
  after: ComparedDraftSchema,
  changes: DraftChangesSchema.nullable(),
});
export type DraftComparison = z.infer<typeof DraftComparisonSchema>;
