import { z } from 'zod';
import {
  ClaimIdSchema,
  CriterionIdSchema,
  cleanText,
  InstantSchema,
  ItemIdSchema,
  LearnerIdSchema,
  LessonIdSchema,
  ReportIdSchema,
  ScenarioIdSchema,
  SubmissionIdSchema,
} from './ids';

/** The first twelve hex digits of a listing's SHA-256: it has no id of its own, and a changed listing is another one. */
export const ListingIdSchema = z
  .string()
  .regex(/^[0-9a-f]{12}$/, 'twelve hexadecimal digits')
  .brand<'ListingId'>();
export type ListingId = z.infer<typeof ListingIdSchema>;

/** The thing that a reader says is wrong. A criterion is one on a result of the reader's own. */
export const ReportAboutSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('item'), lessonId: LessonIdSchema, itemId: ItemIdSchema }),
  z.strictObject({ kind: z.literal('claim'), lessonId: LessonIdSchema, claimId: ClaimIdSchema }),
  z.strictObject({ kind: z.literal('listing'), lessonId: LessonIdSchema, listingId: ListingIdSchema }),
  z.strictObject({ kind: z.literal('criterion'), submissionId: SubmissionIdSchema, criterionId: CriterionIdSchema }),
]);
export type ReportAbout = z.infer<typeof ReportAboutSchema>;

export const ReportKindSchema = z.enum(['wrong-fact', 'unclear', 'out-of-date', 'grader-misjudged', 'typo', 'other']);
export type ReportKind = z.infer<typeof ReportKindSchema>;

export const ReportStatusSchema = z.enum(['new', 'answered', 'fixed', 'declined']);
export type ReportStatus = z.infer<typeof ReportStatusSchema>;

/** What the reader had before them, picked by the server when the report came: nothing that was shut for them. */
export const ReportContextSchema = z.strictObject({
  about: ReportAboutSchema,
  place: z.string().describe('Where it stands, in words.'),
  scenarioId: ScenarioIdSchema.nullable(),
  source: z.string().describe('The content file, for the author.'),
  shown: z.array(z.string()).describe('The text as shown, one paragraph an entry.'),
  contentHash: z.string().describe('Of the shown text, so that a later change can be told.'),
});
export type ReportContext = z.infer<typeof ReportContextSchema>;

/** Fewer characters say nothing that can be acted on. */
export const LEAST_REPORT_CHARACTERS = 10;
export const MOST_REPORT_CHARACTERS = 2_000;

export const ReportBodySchema = z.strictObject({
  about: ReportAboutSchema,
  kind: ReportKindSchema,
  text: cleanText(MOST_REPORT_CHARACTERS)
    .trim()
    .min(LEAST_REPORT_CHARACTERS, `expected at least ${LEAST_REPORT_CHARACTERS} characters`),
});
export type ReportBody = z.infer<typeof ReportBodySchema>;

export const AnswerReportBodySchema = z.strictObject({
  status: ReportStatusSchema.exclude(['new']),
  reply: cleanText(MOST_REPORT_CHARACTERS).trim().min(2, 'expected an answer'),
});
export type AnswerReportBody = z.infer<typeof AnswerReportBodySchema>;

const base = {
  id: ReportIdSchema,
  context: ReportContextSchema,
  kind: ReportKindSchema,
  text: z.string(),
  createdAt: InstantSchema,
};

/** A report as its writer sees it. There is no answer before somebody has answered. */
export const OwnReportSchema = z.discriminatedUnion('status', [
  z.strictObject({ ...base, status: z.literal('new') }),
  z.strictObject({
    ...base,
    status: ReportStatusSchema.exclude(['new']),
    reply: z.string(),
    answeredAt: InstantSchema,
    isUnread: z.boolean(),
  }),
]);
export type OwnReport = z.infer<typeof OwnReportSchema>;

/** A report as somebody who teaches its writer sees it. */
export const DeskReportSchema = z.strictObject({
  ...base,
  status: ReportStatusSchema,
  reply: z.string().nullable(),
  answeredAt: InstantSchema.nullable(),
  lessonId: LessonIdSchema.nullable(),
  reporter: z.strictObject({ id: LearnerIdSchema, name: z.string(), isGuest: z.boolean() }),
});
export type DeskReport = z.infer<typeof DeskReportSchema>;

/** Which reports the desk shows; null: all. */
export const ReportFilterSchema = z.strictObject({
  status: ReportStatusSchema.nullable(),
  lessonId: LessonIdSchema.nullable(),
});
export type ReportFilter = z.infer<typeof ReportFilterSchema>;

/** The query of GET /api/instructor/reports: the filter of the page, and the one format there is. */
export const ReportFileQuerySchema = z.strictObject({
  format: z.literal('md'),
  status: ReportStatusSchema.optional(),
  lesson: LessonIdSchema.optional(),
});
