import { z } from 'zod';
import { PickVerdictSchema } from './grade';
import { CriterionIdSchema, LocalIdSchema, ScenarioIdSchema } from './ids';
import { LearnerCriterionSchema } from './result';

/** What a reviewer says about the criteria that are theirs; grader/panel/vote-of.ts has the rule. */
export const VoteSchema = z.enum(['approve', 'approve-with-conditions', 'not-yet']);
export type Vote = z.infer<typeof VoteSchema>;

const OpeningSchema = z.string().min(20).max(300);

/** One member of the panel: a role with the criteria that it answers for. */
export const ReviewerSchema = z.strictObject({
  id: LocalIdSchema,
  title: z.string().min(3).max(60).describe('A role, such as “Security”.'),
  criteria: z.array(CriterionIdSchema).min(1),
  opening: z
    .strictObject({ approve: OpeningSchema, 'approve-with-conditions': OpeningSchema, 'not-yet': OpeningSchema })
    .describe('The first sentence for each vote. It is shown with the result and must give no answer away.'),
});
export type Reviewer = z.infer<typeof ReviewerSchema>;

/** exercises/Sxx/panel.yaml: who reads the record in review. No grade rests on it. */
export const PanelSchema = z.strictObject({
  scenario: ScenarioIdSchema,
  reviewers: z.array(ReviewerSchema).min(2).max(7),
});
export type Panel = z.infer<typeof PanelSchema>;

/** A criterion as its reviewer speaks of it: what was seen, what is missing, what to ask oneself. */
export const PanelFindingSchema = LearnerCriterionSchema.pick({
  id: true,
  title: true,
  level: true,
  judged: true,
  feedback: true,
  hint: true,
}).extend({ quotes: z.array(z.string()) });
export type PanelFinding = z.infer<typeof PanelFindingSchema>;

export const PanelReviewSchema = z.strictObject({
  id: LocalIdSchema,
  title: z.string(),
  vote: VoteSchema.nullable().describe('Null where the grader could judge nothing of theirs.'),
  opening: z.string().nullable(),
  findings: z.array(PanelFindingSchema),
});
export type PanelReview = z.infer<typeof PanelReviewSchema>;

/** Something to settle before work starts. */
export const PanelConditionSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('criterion'), reviewer: z.string(), title: z.string(), ask: z.string() }),
  z.strictObject({ type: z.literal('part'), name: z.string(), verdict: PickVerdictSchema }),
  z.strictObject({ type: z.literal('boundary'), verdict: PickVerdictSchema }),
  z.strictObject({ type: z.literal('contradiction'), name: z.string() }),
]);
export type PanelCondition = z.infer<typeof PanelConditionSchema>;

/** A grade arranged as a review panel would speak. Made only by `toPanelReport`. */
export const PanelReportSchema = z
  .strictObject({
    outcome: z.enum(['approved', 'approved-with-conditions', 'not-yet']),
    reviews: z.array(PanelReviewSchema),
    conditions: z.array(PanelConditionSchema),
  })
  .brand<'PanelReport'>();
export type PanelReport = z.infer<typeof PanelReportSchema>;
