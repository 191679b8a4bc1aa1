import { z } from 'zod';
import { CohortIdSchema, InstantSchema, LearnerIdSchema } from './ids';

/** What was done, as "noun.verb": role.granted, grade.overridden, export.made, text.viewed. */
export const ActSchema = z.string().regex(/^[a-z-]+\.[a-z-]+$/, 'a noun and a verb, such as role.granted');

/** One line of the record of acts. It names who, what and about whom, and holds no text of a learner. */
export const AuditEntrySchema = z.strictObject({
  id: z.string(),
  at: InstantSchema,
  actorId: LearnerIdSchema,
  actorName: z.string(),
  act: ActSchema,
  cohortId: CohortIdSchema.nullable(),
  subjectId: LearnerIdSchema.nullable(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
export type AuditEntry = z.infer<typeof AuditEntrySchema>;

/** Which lines of the record of acts are wanted; null: all. */
export const ActFilterSchema = z.strictObject({
  act: z.string().max(60).nullable(),
  person: z.string().max(120).nullable().describe('Part of the name of who did it, or of whom it was about.'),
  cohortId: CohortIdSchema.nullable(),
  from: z.iso.date().nullable().describe('First day, in UTC.'),
  until: z.iso.date().nullable().describe('Last day, in UTC.'),
});
export type ActFilter = z.infer<typeof ActFilterSchema>;

export const ActFileQuerySchema = z.strictObject({
  act: z.string().max(60).optional(),
  person: z.string().max(120).optional(),
  cohort: CohortIdSchema.optional(),
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
});

/** One line of the record, as it is shown. */
export const ActLineSchema = z.strictObject({
  id: z.string(),
  at: InstantSchema,
  actorName: z.string(),
  act: z.string(),
  cohortName: z.string().nullable(),
  subjectId: LearnerIdSchema.nullable(),
  subjectName: z.string().nullable().describe('Null where it was about nobody, or about somebody who has left.'),
  details: z.string(),
});
export type ActLine = z.infer<typeof ActLineSchema>;
