import { z } from 'zod';
import { LEAST_APPEAL, MOST_APPEAL } from './appeal-limits';
import { EvidenceSchema } from './grade';
import {
  AppealIdSchema,
  AttemptIdSchema,
  CohortIdSchema,
  CriterionIdSchema,
  cleanText,
  InstantSchema,
  ItemIdSchema,
  LessonIdSchema,
  LocalIdSchema,
  ScenarioIdSchema,
  SubmissionIdSchema,
} from './ids';
import { ReviewReasonTextSchema } from './review';
import { CriterionSchema, LevelSchema } from './rubric';

/** Why its learner sees a judgement otherwise. */
export const AppealReasonSchema = cleanText(MOST_APPEAL)
  .trim()
  .min(LEAST_APPEAL, `say in at least ${LEAST_APPEAL} characters why you see it otherwise`);

const reason = AppealReasonSchema;

/** A new appeal: against the level of a criterion, or against the score of a quiz item. */
export const AppealBodySchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('criterion'),
    submissionId: SubmissionIdSchema,
    criterionId: CriterionIdSchema,
    passage: EvidenceSchema.pick({ start: true, end: true })
      .nullable()
      .describe('The learner’s own sentence; null where they point at none.'),
    reason,
  }),
  z.strictObject({
    kind: z.literal('item'),
    attemptId: AttemptIdSchema,
    itemId: ItemIdSchema,
    optionId: LocalIdSchema.nullable().describe('The option that is disputed; null where it is the item as a whole.'),
    reason,
  }),
]);
export type AppealBody = z.infer<typeof AppealBodySchema>;

/**
 * open: waits for a person; withdrawn: its learner took it back; upheld: they were right; partly: half way; rejected: the
 * judgement stands.
 */
export const AppealStatusSchema = z.enum(['open', 'withdrawn', 'upheld', 'partly', 'rejected']);
export type AppealStatus = z.infer<typeof AppealStatusSchema>;

const ruled = {
  closedAt: InstantSchema,
  ruling: z.string().describe('Why, in the words of the person who ruled.'),
  isAlone: z.boolean().describe('The person who had set the level ruled, because there is nobody else.'),
};
const AppealStateSchema = z.discriminatedUnion('status', [
  z.strictObject({
    status: z.literal('open'),
    isLookedAt: z.boolean().describe('Somebody who may rule has opened it.'),
  }),
  z.strictObject({ status: z.literal('withdrawn'), closedAt: InstantSchema }),
  z.strictObject({ status: z.literal('upheld'), ...ruled }),
  z.strictObject({ status: z.literal('partly'), ...ruled }),
  z.strictObject({ status: z.literal('rejected'), ...ruled }),
]);

const said = { id: AppealIdSchema, reason: z.string(), createdAt: InstantSchema, state: AppealStateSchema };

/** An appeal as its learner reads it. */
export const OwnAppealSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('criterion'),
    ...said,
    submissionId: SubmissionIdSchema,
    criterionId: CriterionIdSchema,
    title: z.string(),
    quote: z.string().nullable(),
  }),
  z.strictObject({
    kind: z.literal('item'),
    ...said,
    lessonId: LessonIdSchema,
    itemId: ItemIdSchema,
    title: z.string(),
    quote: z.string().nullable().describe('The disputed option.'),
  }),
]);
export type OwnAppeal = z.infer<typeof OwnAppealSchema>;

/** What a learner may appeal against in one of their drafts, and what they have appealed against. */
export const OwnAppealsSchema = z
  .strictObject({
    submissionId: SubmissionIdSchema,
    appeals: z.array(OwnAppealSchema),
    criteria: z.array(z.strictObject({ id: CriterionIdSchema, title: z.string(), level: LevelSchema })),
    sentences: z.array(EvidenceSchema),
    mayAppeal: z.boolean().describe('Somebody is there to rule: the learner is in a cohort that is not closed.'),
  })
  .brand<'OwnAppeals'>();
export type OwnAppeals = z.infer<typeof OwnAppealsSchema>;

const desk = { id: AppealIdSchema, reason: z.string(), createdAt: InstantSchema };

/** An appeal against a level on the page of its draft, for somebody who may rule. Nothing tells whose it is. */
export const DraftAppealSchema = z.strictObject({
  ...desk,
  criterion: CriterionSchema,
  level: LevelSchema.describe('In force now.'),
  feedback: z.string(),
  evidence: z.array(EvidenceSchema),
  passage: EvidenceSchema.nullable(),
  mayRule: z.boolean().describe('False for whoever set the level, where somebody else may rule.'),
  isAlone: z.boolean(),
});
export type DraftAppeal = z.infer<typeof DraftAppealSchema>;

/** An appeal in the list of a cohort. */
export const DeskAppealSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('criterion'),
    ...desk,
    submissionId: SubmissionIdSchema,
    scenarioId: ScenarioIdSchema,
    title: z.string(),
    status: AppealStatusSchema,
    ruling: z.string().nullable(),
  }),
  z.strictObject({
    kind: z.literal('item'),
    ...desk,
    lessonId: LessonIdSchema,
    itemId: ItemIdSchema,
    title: z.string().describe('The stem.'),
    option: z.string().nullable(),
    answer: z.string().describe('What its learner answered, in words.'),
    key: z.string().describe('What counts as right, in words.'),
    rationale: z.string(),
    status: AppealStatusSchema,
    ruling: z.string().nullable(),
  }),
]);
export type DeskAppeal = z.infer<typeof DeskAppealSchema>;

/** The appeals of one cohort, the open ones first. */
export const AppealDeskSchema = z
  .strictObject({
    cohortId: CohortIdSchema,
    cohortName: z.string(),
    mayManage: z.boolean(),
    open: z.array(DeskAppealSchema),
    closed: z.array(DeskAppealSchema),
    samples: z.int().nonnegative().describe('Labelled samples that came of appeals.'),
  })
  .brand<'AppealDesk'>();
export type AppealDesk = z.infer<typeof AppealDeskSchema>;

/** A ruling: the level that the text deserves, or that the judgement stands. A quiz item knows right and not right only. */
export const AppealRulingBodySchema = z.strictObject({
  cohortId: CohortIdSchema,
  basedOn: z.int().nonnegative().describe('The grade event that its author had before them; 0 for a quiz item.'),
  ruling: z.discriminatedUnion('outcome', [
    z.strictObject({ outcome: z.literal('uphold'), level: LevelSchema.exclude(['none']) }),
    z.strictObject({ outcome: z.literal('reject') }),
  ]),
  reason: ReviewReasonTextSchema,
});
export type AppealRulingBody = z.infer<typeof AppealRulingBodySchema>;
