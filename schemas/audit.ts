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
