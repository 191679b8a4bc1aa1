import { z } from 'zod';

/**
 * Every id that leaves its own file is branded, so that a lesson id cannot be handed where an item id is wanted.
 * Ids are stable for ever: attempts, grades and links point at them. Order and titles may change, ids may not.
 */
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens');

export const ModuleIdSchema = z
  .string()
  .regex(/^M\d{1,2}$/, 'M and a number, such as M3')
  .brand<'ModuleId'>();
export type ModuleId = z.infer<typeof ModuleIdSchema>;

export const PathIdSchema = slug.brand<'PathId'>();
export type PathId = z.infer<typeof PathIdSchema>;

export const LessonIdSchema = slug.brand<'LessonId'>();
export type LessonId = z.infer<typeof LessonIdSchema>;

export const ObjectiveIdSchema = slug.brand<'ObjectiveId'>();
export type ObjectiveId = z.infer<typeof ObjectiveIdSchema>;

export const ItemIdSchema = slug.brand<'ItemId'>();
export type ItemId = z.infer<typeof ItemIdSchema>;

/** Ids of options, entries, categories and lines inside one item or one scenario. */
export const LocalIdSchema = slug;
export type LocalId = z.infer<typeof LocalIdSchema>;

export const ClaimIdSchema = z
  .string()
  .regex(/^[AB]-[A-Za-z0-9-]+$/, 'source letter, section, number, such as A-III-2')
  .brand<'ClaimId'>();
export type ClaimId = z.infer<typeof ClaimIdSchema>;

export const CaseIdSchema = z
  .string()
  .regex(/^C\d{2}$/, 'C and two digits, such as C01')
  .brand<'CaseId'>();
export type CaseId = z.infer<typeof CaseIdSchema>;

export const ScenarioIdSchema = z
  .string()
  .regex(/^S\d{2}$/, 'S and two digits, such as S01')
  .brand<'ScenarioId'>();
export type ScenarioId = z.infer<typeof ScenarioIdSchema>;

export const CriterionIdSchema = z
  .string()
  .regex(/^S\d{2}-\d{1,2}$/, 'scenario id and a number, such as S01-2')
  .brand<'CriterionId'>();
export type CriterionId = z.infer<typeof CriterionIdSchema>;

export const ComponentIdSchema = slug.brand<'ComponentId'>();
export type ComponentId = z.infer<typeof ComponentIdSchema>;

export const MisconceptionIdSchema = slug.brand<'MisconceptionId'>();
export type MisconceptionId = z.infer<typeof MisconceptionIdSchema>;

export const TermIdSchema = slug.brand<'TermId'>();
export type TermId = z.infer<typeof TermIdSchema>;

/** Ids made by the server (UUIDv7, or the account library's own text ids for learners). */
const serverId = z
  .string()
  .min(8)
  .max(64)
  .regex(/^[A-Za-z0-9-]+$/, 'letters, digits and hyphens');

export const LearnerIdSchema = serverId.brand<'LearnerId'>();
export type LearnerId = z.infer<typeof LearnerIdSchema>;

export const CohortIdSchema = serverId.brand<'CohortId'>();
export type CohortId = z.infer<typeof CohortIdSchema>;

export const AttemptIdSchema = serverId.brand<'AttemptId'>();
export type AttemptId = z.infer<typeof AttemptIdSchema>;

export const PlacementIdSchema = serverId.brand<'PlacementId'>();
export type PlacementId = z.infer<typeof PlacementIdSchema>;

export const DecisionIdSchema = serverId.brand<'DecisionId'>();
export type DecisionId = z.infer<typeof DecisionIdSchema>;

export const AssignmentIdSchema = serverId.brand<'AssignmentId'>();
export type AssignmentId = z.infer<typeof AssignmentIdSchema>;

export const SubmissionIdSchema = serverId.brand<'SubmissionId'>();
export type SubmissionId = z.infer<typeof SubmissionIdSchema>;

export const ReviewIdSchema = serverId.brand<'ReviewId'>();
export type ReviewId = z.infer<typeof ReviewIdSchema>;

export const RecallCardIdSchema = serverId.brand<'RecallCardId'>();
export type RecallCardId = z.infer<typeof RecallCardIdSchema>;

export const RecallReviewIdSchema = serverId.brand<'RecallReviewId'>();
export type RecallReviewId = z.infer<typeof RecallReviewIdSchema>;

export const AppealIdSchema = serverId.brand<'AppealId'>();
export type AppealId = z.infer<typeof AppealIdSchema>;

export const RegradeIdSchema = serverId.brand<'RegradeId'>();
export type RegradeId = z.infer<typeof RegradeIdSchema>;

export const ReportIdSchema = serverId.brand<'ReportId'>();
export type ReportId = z.infer<typeof ReportIdSchema>;

/** The last one that a Date can say; a page that shows a later one would fail. */
const LAST_INSTANT = 8_640_000_000_000_000;

/** An instant in milliseconds since 1970, as stored and compared; never a local date. */
export const InstantSchema = z.int().nonnegative().max(LAST_INSTANT);
export type Instant = z.infer<typeof InstantSchema>;

/** Text from people: no NUL, which SQLite would cut at and PostgreSQL would refuse. */
export const cleanText = (max: number) =>
  z
    .string()
    .max(max)
    .refine((text) => !text.includes('\0'), 'must not contain the NUL character');
